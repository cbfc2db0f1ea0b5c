import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { readConfig } from '#app/web/config.server.ts';
import { filePost } from '#app/web/file-post.server.ts';
import { mailSettings, readSmtpUrl } from '#app/web/mail-settings.server.ts';
import { noticeContent as content, sampleSettings as settings } from '#tests/mails.ts';

const noSignal = new AbortController().signal;

describe('where mail goes', () => {
  it('is read from the address of the server and nothing else', () => {
    expect(readSmtpUrl('smtps://us%40er:p%3Aw@mail.example.org')).toEqual({
      host: 'mail.example.org',
      port: 465,
      secure: true,
      requireTLS: false,
      auth: { user: 'us@er', pass: 'p:w' },
    });
    expect(readSmtpUrl('smtp://mail.example.org')).toMatchObject({
      port: 587,
      requireTLS: true,
      auth: undefined,
    });
    expect(readSmtpUrl('smtp://127.0.0.1:2525')).toMatchObject({ port: 2525, requireTLS: false });
    for (const wrong of [
      'mail.example.org',
      'http://x',
      'smtp://h?tls.rejectUnauthorized=false',
      'smtp://h/path',
      'smtp:',
    ]) {
      expect(() => readSmtpUrl(wrong), wrong).toThrow('SMTP_URL');
    }
  });

  it('comes from an address of one mailbox', () => {
    const from = (text: string | undefined) =>
      mailSettings(readConfig({ BASE_URL: 'https://rapport.example.org', MAIL_FROM: text })).from;
    expect(from(undefined)).toEqual({ name: 'Rapport', address: 'rapport@rapport.example.org' });
    expect(from('Relations <relations@example.org>')).toEqual({
      name: 'Relations',
      address: 'relations@example.org',
    });
    expect(from('relations@example.org').address).toBe('relations@example.org');
    for (const wrong of ['nobody', 'a@b, c@d', 'x <a@b> <c@d>'])
      expect(() => from(wrong)).toThrow('MAIL_FROM');
  });

  it('writes files where there is no mail server, the same mail once', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'rapport-mail-'));
    try {
      const toFiles = filePost({ ...settings, directory });
      await toFiles(content(), noSignal);
      await toFiles(content(), noSignal);
      expect(readdirSync(directory)).toEqual(['notice.0123456789abcdefghjk.eml']);
      const mail = await PostalMime.parse(readFileSync(join(directory, 'notice.0123456789abcdefghjk.eml')));
      expect(mail.subject).toBe('A follow-up for you: Send the comments');
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});
