import { describe, expect, it } from 'vitest';
import { isOwnRequest } from '#app/web/request-check.server.ts';

const post = (headers: Record<string, string>) => ({ method: 'POST', headers });
const config = { baseUrl: 'https://rapport.example.org' };

describe('who may change something', () => {
  it('lets everybody read', () => {
    expect(isOwnRequest({ method: 'GET', headers: { 'sec-fetch-site': 'cross-site' } }, config)).toBe(true);
    expect(isOwnRequest({ method: 'HEAD', headers: {} }, config)).toBe(true);
  });

  it.each(['cross-site', 'same-site', 'none', ''])('refuses a post that the browser calls %j', (site) => {
    const headers = { 'sec-fetch-site': site, origin: 'https://rapport.example.org' };
    expect(isOwnRequest(post(headers), config)).toBe(false);
  });

  it('takes a post of its own pages', () => {
    expect(isOwnRequest(post({ 'sec-fetch-site': 'same-origin', origin: 'null' }), config)).toBe(true);
    expect(isOwnRequest(post({ origin: 'https://rapport.example.org' }), config)).toBe(true);
  });

  it.each([
    'null',
    'https://rapport.example.org.evil',
    'http://rapport.example.org',
    'https://rapport.example.org:8443',
  ])('refuses the origin %s', (origin) => expect(isOwnRequest(post({ origin }), config)).toBe(false));

  it('refuses a post that says nothing of where it comes from', () => {
    expect(isOwnRequest(post({}), config)).toBe(false);
    expect(isOwnRequest({ method: 'DELETE', headers: { host: 'localhost' } }, { baseUrl: undefined })).toBe(
      false,
    );
  });

  it('compares with the host where no address is configured', () => {
    const headers = { host: 'localhost:3000', origin: 'http://localhost:3000' };
    expect(isOwnRequest(post(headers), { baseUrl: undefined })).toBe(true);
    expect(isOwnRequest(post({ ...headers, origin: 'http://localhost:3001' }), { baseUrl: undefined })).toBe(
      false,
    );
  });
});
