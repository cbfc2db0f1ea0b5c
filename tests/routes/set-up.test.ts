import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '#tests/databases.ts';
import { startServer, type TestServer } from '#tests/server.ts';

const filled = {
  name: 'Ada First',
  email: 'ada@example.org',
  password: 'seven green umbrellas',
  team: 'Africa',
  zone: 'Africa/Lagos',
  roles: ['administrator', 'officer'],
};

describe.each(engines)('the first account on %s', (engine) => {
  let server: TestServer;
  let path: string;
  beforeAll(async () => {
    server = await startServer({ engine });
    path = /at http:\S+?(\/setup\/\S+)/.exec(server.output())?.[1] ?? '';
  });
  afterAll(() => server?.stop());

  it('is offered by a link that is printed once and stored as a digest', async () => {
    expect(path).toMatch(/^\/setup\/[\w-]{43}$/);
    const links = await server.db.selectFrom('setup_link').select('token_hash').execute();
    expect(links).toHaveLength(1);
    expect(path).not.toContain(links[0]?.token_hash);
    expect((await server.anonymous().get(path)).text).toContain('Create the account');
  });

  it('keeps what was typed, save the password, and says what to do', async () => {
    const answer = await server
      .anonymous()
      .post(path, { ...filled, password: 'password1234', zone: 'Mars/Olympus' });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('value="ada@example.org"');
    expect(answer.text).toContain('among the first that people try');
    expect(answer.text).toContain('Choose a time zone');
    expect(answer.text).not.toContain('password1234');
    expect(await server.db.selectFrom('audit_event').select('id').execute()).toEqual([]);
  });

  it('is made once, signed in and recorded, and the link is used up', async () => {
    const posts = await Promise.all([1, 2].map(() => server.anonymous().post(path, filled)));
    expect(posts.map((answer) => answer.status).sort()).toEqual([303, 404]);
    const actions = await server.db.selectFrom('audit_event').select('action').orderBy('id').execute();
    expect(actions.map((event) => event.action)).toEqual(['team.created', 'account.set-up']);
    expect((await server.anonymous().get(path)).status).toBe(404);
    const agent = await server.signIn('ada@example.org');
    expect((await agent.get('/')).text).toContain('Ada First');
  });

  it('can change the password, which ends every session', async () => {
    const agent = await server.signIn('ada@example.org');
    const other = await server.signIn('ada@example.org');
    const wrong = await agent.post('/settings', {
      current: 'not this one',
      password: 'nine purple lanterns',
    });
    expect(wrong.status).toBe(400);
    const changed = await agent.post('/settings', {
      current: filled.password,
      password: 'nine purple lanterns',
    });
    expect(changed.location).toBe('/login');
    expect((await other.get('/')).location).toBe('/login');
    const again = await server
      .anonymous()
      .post('/login', { email: filled.email, password: 'nine purple lanterns' });
    expect(again.status).toBe(303);
  });
});
