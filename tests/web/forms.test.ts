import { describe, expect, it } from 'vitest';
import { readForm, readQuery } from '#app/web/forms.ts';

const posted = (body: string, headers: Record<string, string> = {}) =>
  new Request('http://localhost/', {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
  });

const statusOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 200,
    (error: unknown) => (error instanceof Response ? error.status : 500),
  );

describe('reading a form', () => {
  it('gives values by name, and lists where they are allowed', async () => {
    const { fields, faults } = await readForm(posted('summary=a&countries=TGO&countries=BEN'), {
      lists: ['countries'],
    });
    expect(fields.one('summary')).toBe('a');
    expect(fields.many('countries')).toEqual(['TGO', 'BEN']);
    expect(faults).toEqual({});
  });

  it('allows a list inside a row by the last part of its name', async () => {
    const body = 'advice.0.countries=TGO&advice.0.countries=BEN&advice.0.text=x';
    const { fields } = await readForm(posted(body), { lists: ['countries'] });
    expect(fields.many('advice.0.countries')).toEqual(['TGO', 'BEN']);
  });

  it('refuses a single field that comes twice', async () => {
    expect(await statusOf(readForm(posted('role=officer&role=administrator')))).toBe(400);
  });

  it('takes __proto__ for a field like any other', async () => {
    const { fields, faults } = await readForm(posted('__proto__=%00&constructor=y&summary=ok'));
    expect(fields.one('summary')).toBe('ok');
    expect(Object.keys(faults)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });

  it.each([
    ['a NUL byte', 'summary=a%00b'],
    ['a control character', 'summary=a%1Bb'],
    ['bytes that are no UTF-8', 'summary=a%FFb'],
    ['half of a surrogate pair', 'summary=a%ED%A0%80b'],
  ])('says so of %s, and keeps the text', async (_what, body) => {
    const { fields, faults } = await readForm(posted(body));
    expect(faults.summary).toMatch(/character/);
    expect(fields.one('summary')).toMatch(/^a/);
  });

  it('leaves right-to-left marks, joiners and accents as they were typed', async () => {
    const text = 'Łódź \u200f\u202bمرحبا\u202c 👩‍⚖️\n\tend';
    const { fields, faults } = await readForm(posted(new URLSearchParams({ summary: text }).toString()));
    expect(fields.one('summary')).toBe(text);
    expect(faults).toEqual({});
  });

  it('counts characters against the limit of each field', async () => {
    const { faults } = await readForm(posted(`name=${'x'.repeat(11)}&notes=${'x'.repeat(3000)}`), {
      limits: { name: 10, notes: 5000 },
    });
    expect(faults).toEqual({ name: 'Use at most 10 characters; this is 11.' });
  });

  it('refuses too much, too many and what is no form', async () => {
    expect(await statusOf(readForm(posted('a=b', { 'Content-Length': '3000000' })))).toBe(413);
    expect(await statusOf(readForm(posted('a&'.repeat(2001))))).toBe(400);
    expect(await statusOf(readForm(posted('{}', { 'Content-Type': 'application/json' })))).toBe(400);
  });
});

describe('reading a query', () => {
  const query = (search: string) => () =>
    readQuery(new Request(`http://localhost/${search}`), { lists: ['country'] });

  it('takes what it allows', () => {
    expect(query('?country=TGO&country=BEN&q=%22AND%25_')().one('q')).toBe('"AND%_');
  });

  it.each(['?kind=a&kind=b', '?q=%00', `?q=${'x'.repeat(2001)}`])('refuses %s', (search) => {
    expect(query(search)).toThrow(expect.objectContaining({ status: 400 }));
  });
});
