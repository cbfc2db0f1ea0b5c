import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccount, createTeam } from '#tests/accounts.ts';
import { engines } from '#tests/databases.ts';
import { startServer, type TestServer } from '#tests/server.ts';

const password = 'seven green umbrellas';

describe.each(engines)('signing in on %s', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ engine });
    const team = await createTeam(server.db);
    await createAccount(server.db, { email: 'Officer@Example.org', password, teamIds: [team] });
    await createAccount(server.db, { email: 'other@example.org', name: 'Other Officer', password });
  });
  afterAll(() => server?.stop());

  it('sends a stranger to the sign-in page and back to where they were going', async () => {
    const agent = server.anonymous();
    expect((await agent.get('/interactions?country=TGO')).location).toBe(
      `/login?to=${encodeURIComponent('/interactions?country=TGO')}`,
    );
    expect((await agent.get('/')).location).toBe('/login');
    const page = await agent.get('/login?to=%2F%3Fx%3D1');
    expect(page.text).toMatch(/<label for="email">Email<\/label>/);
    expect(page.text).toMatch(/<label for="password">Password<\/label>/);
    const answer = await agent.post('/login', { email: 'officer@example.ORG', password, to: '/?x=1' });
    expect(answer.status).toBe(303);
    expect(answer.location).toBe('/?x=1');
    expect((await agent.get('/')).text).toContain('Amina Officer');
  });

  it('gives a new token at each sign-in and ends the one before', async () => {
    const agent = server.anonymous();
    await agent.post('/login', { email: 'officer@example.org', password });
    const first = agent.cookies.get('rapport') ?? '';
    await agent.post('/login', { email: 'officer@example.org', password });
    expect(agent.cookies.get('rapport')).not.toBe(first);
    agent.cookies.set('rapport', first);
    expect((await agent.get('/')).location).toBe('/login');
  });

  it('says the same of a wrong password and of an unknown account, and keeps the e-mail', async () => {
    const agent = server.anonymous();
    const wrong = await agent.post('/login', { email: 'other@example.org', password: 'not the password' });
    const unknown = await agent.post('/login', { email: 'nobody@example.org', password: 'not the password' });
    expect(wrong.status).toBe(400);
    expect(unknown.status).toBe(400);
    const plain = (text: string) => text.replace(/nonce="[^"]+"/g, '').replace(/(other|nobody)@example/g, '');
    expect(plain(wrong.text)).toBe(plain(unknown.text));
    expect(wrong.text).toContain('value="other@example.org"');
    expect(wrong.headers.getSetCookie()).toEqual([]);
  });

  it('asks only for the password where the session goes on, says whose it is, and lets another account in', async () => {
    const agent = server.anonymous();
    await agent.post('/login', { email: 'officer@example.org', password });
    const address = '/login?to=%2Finteractions.csv&again=1';
    const asked = await agent.get(address);
    expect(asked.text).toContain('You are signed in as <strong>Amina Officer</strong>');
    expect(asked.text).not.toContain('<label for="email">');
    expect(asked.headers.get('Cache-Control')).toContain('no-store');
    expect(asked.text).toContain(`action="${address.replace('&', '&amp;')}"`);
    const email = 'Officer@Example.org';
    const wrong = await agent.post(address, { email, password: 'not the password', to: '/interactions.csv' });
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain('This e-mail and password do not belong together.');
    expect(wrong.text).toContain('You are signed in as <strong>Amina Officer</strong>');
    const other = await agent.get(`${address}&other=1`);
    expect(other.text).toContain('<label for="email">');
    expect(other.text).not.toContain('officer@');
    const mistaken = { email: 'other@example.org', password: 'not the password', to: '/interactions.csv' };
    const refused = await agent.post(`${address}&other=1`, mistaken);
    expect([refused.status, refused.text.includes('do not belong together')]).toEqual([400, true]);
    expect(refused.text).toContain('value="other@example.org"');
    const right = await agent.post(address, { email, password, to: '/interactions.csv' });
    expect([right.status, right.location]).toEqual([303, '/interactions.csv']);
    // nobody's name is told where no session is open
    await server.db.updateTable('session').set({ expires_at: '2020-01-01T00:00:00.000Z' }).execute();
    const ended = await agent.get(address);
    expect(ended.text).toContain('<label for="email">');
    expect(ended.text).not.toContain('Amina Officer');
  });

  it('keeps what was posted on an ended session, for the same account only', async () => {
    const agent = await server.signIn('officer@example.org');
    await server.db.updateTable('session').set({ expires_at: '2020-01-01T00:00:00.000Z' }).execute();
    const answer = await agent.post('/settings', {
      summary: 'Line one\r\n"two" <three>',
      country: ['TGO', 'BEN'],
    });
    expect(answer.status).toBe(401);
    expect(answer.text).not.toContain('three');
    const carried = /name="carried" value="([^"]+)"/.exec(answer.text)?.[1] ?? '';
    expect(carried).not.toBe('');
    const other = await server
      .anonymous()
      .post('/login', { email: 'other@example.org', password, carried, to: '/' });
    expect(other.status).toBe(303);
    const same = await agent.post('/login', { email: 'officer@example.org', password, carried, to: '/' });
    expect(same.status).toBe(200);
    expect(same.text).toContain('Continue where you left off');
    expect(same.text).toContain('&quot;two&quot; &lt;three&gt;');
    expect(same.text.match(/name="country"/g)).toHaveLength(2);
  });

  it('signs out by a post only, and tells the browser to forget', async () => {
    const agent = await server.signIn('officer@example.org');
    await agent.get('/logout');
    expect((await agent.get('/')).status).toBe(200);
    const token = agent.cookies.get('rapport') ?? '';
    const answer = await agent.post('/logout');
    expect(answer.location).toBe('/login');
    expect(answer.headers.get('Clear-Site-Data')).toContain('cookies');
    agent.cookies.set('rapport', token);
    expect((await agent.get('/')).location).toBe('/login');
  });

  it('records sign-ins, refusals and sign-outs', async () => {
    const events = await server.db
      .selectFrom('audit_event')
      .select('action')
      .where('noun', '=', 'account')
      .execute();
    const actions = new Set(events.map((event) => event.action));
    expect([...actions].sort()).toEqual([
      'account.invited',
      'account.sign-in-refused',
      'account.signed-in',
      'account.signed-out',
    ]);
  });

  it('makes guessing slow without ever locking out', async () => {
    const agent = server.anonymous();
    const answers = [];
    for (let attempt = 0; attempt < 6; attempt += 1) {
      answers.push(
        await agent.post('/login', { email: 'guessed@example.org', password: 'not the password' }),
      );
    }
    expect(answers.map((answer) => answer.status)).toEqual([400, 400, 400, 400, 400, 429]);
    expect(Number(answers[5]?.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(answers[5]?.text).toContain('Too many attempts');
  });
});
