import { describe, expect, it } from 'vitest';
import { makeNonce, securityHeaders } from '#app/web/headers.server.ts';

describe('the nonce of an answer', () => {
  it('is 128 random bits and never comes twice, over many draws', () => {
    const nonces = Array.from({ length: 2000 }, makeNonce);
    expect(new Set(nonces).size).toBe(nonces.length);
    for (const nonce of nonces) expect(Buffer.from(nonce, 'base64')).toHaveLength(16);
  });

  it('stands in the policy of its answer', () => {
    const nonce = makeNonce();
    const headers = securityHeaders({ baseUrl: undefined, production: true }, nonce);
    expect(headers['Content-Security-Policy']).toContain(`script-src 'nonce-${nonce}' 'strict-dynamic'`);
  });
});
