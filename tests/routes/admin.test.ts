import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashPassword } from '#app/domain/accounts/password.server.ts';
import type { Agent } from '#tests/agent.ts';
import { engines } from '#tests/databases.ts';
import { startServer, type TestServer } from '#tests/server.ts';
import { makeWorld, type World } from '#tests/world.ts';

const linkIn = (text: string) => /value="http:\/\/[^"/]+(\/setup\/[\w-]{43})"/.exec(text)?.[1] ?? '';

describe.each(engines)('accounts and teams on %s', (engine) => {
  let server: TestServer;
  let world: World;
  let admin: Agent;
  let officer: Agent;
  let africa: string;
  let link: string;
  const password = 'seven green umbrellas';
  const refOf = async (email: string) =>
    (await server.db.selectFrom('account').select('ref').where('email', '=', email).executeTakeFirstOrThrow())
      .ref;
  const actions = async () =>
    (await server.db.selectFrom('audit_event').select('action').orderBy('id').execute()).map(
      (row) => row.action,
    );

  beforeAll(async () => {
    server = await startServer({ engine });
    world = await makeWorld(server.db);
    admin = await server.signIn('admin@demo.example');
    officer = await server.signIn('officer@demo.example');
    africa = (await world.as('admin')).reference.teamById(world.teams.africa).ref;
  });
  afterAll(() => server?.stop());

  it('are documents for administrators, and refused to everybody else', async () => {
    const account = await refOf('officer@demo.example');
    const pages = [
      '/admin/accounts',
      '/admin/accounts/new',
      `/admin/accounts/${account}`,
      '/admin/teams',
      `/admin/teams/${africa}`,
    ];
    for (const path of pages) {
      const { status, text } = await admin.get(path);
      expect(status, path).toBe(200);
      expect(text.match(/<script/g), path).toHaveLength(1);
      expect(text.match(/<h1/g), path).toHaveLength(1);
      expect(text, path).not.toMatch(/ style="/);
      expect((await officer.get(path)).status, path).toBe(403);
      expect((await server.anonymous().get(path)).location, path).toContain('/login');
    }
    expect((await admin.get('/admin')).location).toBe('/admin/accounts');
    expect((await officer.get('/admin')).status).toBe(403);
    expect((await admin.get('/')).text).toContain('/admin/accounts');
    expect((await officer.get('/')).text).not.toContain('/admin/accounts');
    expect((await admin.get('/admin/accounts/zzzzzzzzzz')).status).toBe(404);
    expect((await admin.get('/admin/teams/zzzzzzzzzz')).status).toBe(404);
    expect((await admin.get('/admin/accounts?after=zzzzzzzzzz')).status).toBe(400);
  });

  it('refuse every act of somebody else, and write nothing', async () => {
    const account = await refOf('outsider@demo.example');
    const before = await actions();
    const form = {
      name: 'X',
      email: 'x@example.org',
      roles: ['administrator'],
      teams: [africa],
      version: '1',
    };
    for (const path of ['/admin/accounts/new', `/admin/accounts/${account}`, '/admin/teams']) {
      expect((await officer.post(path, form)).status, path).toBe(403);
    }
    expect((await officer.post(`/admin/accounts/${account}`, { act: 'link' })).status).toBe(403);
    expect((await officer.post(`/admin/accounts/${account}/access`)).status).toBe(403);
    expect((await officer.post(`/admin/teams/${africa}`, { act: 'countries' })).status).toBe(403);
    expect((await officer.post(`/admin/teams/${africa}`, { act: 'rename', name: 'X' })).status).toBe(403);
    expect(await actions()).toEqual(before);
  });

  it('invite: what is wrong is said, what was typed is kept, the link is shown once and stored as a digest', async () => {
    const wrong = await admin.post('/admin/accounts/new', { name: 'Nia New', email: 'nia', teams: [africa] });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('value="Nia New"');
    expect(wrong.text).toContain('Choose at least one role');
    const taken = { name: 'Nia New', email: 'OFFICER@demo.example', roles: ['officer'] };
    expect((await admin.post('/admin/accounts/new', taken)).text).toContain(
      'account with this e-mail already',
    );
    const form = { name: 'Nia New', email: 'nia@example.org', roles: ['officer'], teams: [africa] };
    const done = await admin.post('/admin/accounts/new', form);
    expect(done.status).toBe(200);
    link = linkIn(done.text);
    const [stored] = await server.db.selectFrom('setup_link').select('token_hash').execute();
    expect(stored?.token_hash).toMatch(/^[0-9a-f]{64}$/);
    expect(link).not.toContain(stored?.token_hash);
    expect((await admin.get(`/admin/accounts/${await refOf('nia@example.org')}`)).text).not.toContain(
      '/setup/',
    );
  });

  it('make a new link, which ends the one before', async () => {
    const renewed = await admin.post(`/admin/accounts/${await refOf('nia@example.org')}`, { act: 'link' });
    expect((await server.anonymous().get(link)).status).toBe(404);
    link = linkIn(renewed.text);
    expect((await server.anonymous().get(link)).text).toContain('nia@example.org');
  });

  it('let the invited person choose name and password once, and sign in with them', async () => {
    const stranger = server.anonymous();
    const weak = await stranger.post(link, { name: 'Nia Newcomer', password: 'short', zone: 'UTC' });
    expect(weak.status).toBe(400);
    expect(weak.text).toContain('value="Nia Newcomer"');
    const form = { name: 'Nia Newcomer', password, zone: 'Africa/Lome', email: 'somebody@else.example' };
    const posts = await Promise.all([1, 2].map(() => stranger.post(link, form)));
    expect(posts.map((answer) => answer.status).sort()).toEqual([303, 404]);
    expect((await server.anonymous().get(link)).status).toBe(404);
    const nia = server.anonymous();
    expect((await nia.post('/login', { email: 'nia@example.org', password })).status).toBe(303);
    expect((await nia.get('/')).text).toContain('Nia Newcomer');
    expect((await nia.get('/admin/accounts')).status).toBe(403);
    const ref = await refOf('nia@example.org');
    expect((await admin.post(`/admin/accounts/${ref}`, { act: 'link' })).status).toBe(409);
    expect((await actions()).slice(-4)).toEqual([
      'account.invited',
      'account.invited',
      'account.set-up',
      'account.signed-in',
    ]);
  });

  it('change roles and teams; the version is checked and the sessions end', async () => {
    const ref = await refOf('nia@example.org');
    const nia = await server.signIn('nia@example.org');
    const version =
      /name="version" value="(\d+)"/.exec((await admin.get(`/admin/accounts/${ref}`)).text)?.[1] ?? '';
    const form = { name: 'Nia Newcomer', email: 'nia@example.org', act: 'save', version };
    const saved = await admin.post(`/admin/accounts/${ref}`, { ...form, roles: ['writer'], teams: [] });
    expect(saved.location).toBe(`/admin/accounts/${ref}`);
    expect((await nia.get('/')).location).toBe('/login');
    expect((await admin.post(`/admin/accounts/${ref}`, { ...form, roles: ['manager'] })).status).toBe(409);
    expect((await admin.post(`/admin/accounts/${ref}`, { ...form, version: 'x' })).status).toBe(400);
    expect((await admin.post(`/admin/accounts/${ref}`, { ...form, roles: ['root'] })).status).toBe(422);
  });

  it('disable: the session ends, the password opens nothing; enabled again it does', async () => {
    const ref = await refOf('nia@example.org');
    const nia = await server.signIn('nia@example.org');
    expect((await admin.post(`/admin/accounts/${ref}/access`, { act: 'disable' })).status).toBe(303);
    expect((await nia.get('/')).location).toBe('/login');
    const refused = await server.anonymous().post('/login', { email: 'nia@example.org', password });
    expect(refused.status).toBe(400);
    await admin.post(`/admin/accounts/${ref}/access`, { act: 'enable' });
    const again = await server.anonymous().post('/login', { email: 'nia@example.org', password });
    expect(again.status).toBe(303);
  });

  it('keep the last administrator', async () => {
    const ref = await refOf('admin@demo.example');
    const own = await admin.submit(`/admin/accounts/${ref}/access`, { act: 'disable' });
    expect(own.text).toContain('cannot disable your own account');
    const form = { name: 'The admin', email: 'admin@demo.example', act: 'save', version: '1' };
    const unseated = await admin.post(`/admin/accounts/${ref}`, {
      ...form,
      roles: ['officer'],
      teams: [africa],
    });
    expect(unseated.status).toBe(422);
    expect(unseated.text).toContain('last administrator');
  });

  it('ask for the password again before a change, and carry along what was typed', async () => {
    const agent = await server.signIn('admin@demo.example');
    const hash = { password_hash: await hashPassword(password) };
    const email = 'admin@demo.example';
    await server.db.updateTable('account').set(hash).where('email', '=', email).execute();
    const before = new Date(Date.now() - 6 * 60_000).toISOString();
    await server.db.updateTable('session').set({ authenticated_at: before }).execute();
    expect((await agent.get('/admin/teams')).status).toBe(200);
    const asked = await agent.post('/admin/teams', { name: 'Caucasus' });
    expect(asked.status).toBe(401);
    expect(asked.text).toContain('asks for your password again');
    expect(asked.text).toContain('You are signed in as');
    expect(asked.text).not.toContain('<label for="email">');
    const count = () => server.db.selectFrom('team').select('id').where('name', '=', 'Caucasus').execute();
    expect(await count()).toEqual([]);
    const carried = /name="carried" value="([^"]+)"/.exec(asked.text)?.[1] ?? '';
    const signedIn = await agent.post('/login', {
      email,
      password,
      to: '/admin/teams',
      carried,
    });
    expect(signedIn.text).toContain('>Caucasus</textarea>');
    expect((await agent.post('/admin/teams', { name: 'Caucasus' })).status).toBe(303);
    expect(await count()).toHaveLength(1);

    // an export is a GET: it is asked for again once the password was given
    const reader = await server.signIn('officer@demo.example');
    await server.db.updateTable('session').set({ authenticated_at: before }).execute();
    const path = (await reader.get('/interactions.csv?kind=meeting')).location ?? '';
    expect(path).toBe('/login?to=%2Finteractions.csv%3Fkind%3Dmeeting&again=1');
    expect((await reader.get(path)).status).toBe(200);
    expect((await reader.get('/interactions')).status).toBe(200);
    admin = await server.signIn('admin@demo.example');
  });

  it('create, rename and fill a team', async () => {
    expect((await admin.post('/admin/teams', { name: ' ' })).text).toContain('Name the team');
    expect((await admin.post('/admin/teams', { name: 'west africa TEAM' })).text).toContain(
      'such a team already',
    );
    const made = await admin.post('/admin/teams', { name: 'Central Asia' });
    const path = made.location ?? '';
    expect(path).toMatch(/^\/admin\/teams\/[0-9a-z]{10}$/);
    expect((await admin.submit(path, { act: 'rename', name: 'Asia' })).text).toContain('Asia');
    const filled = await admin.submit(path, { act: 'countries', countries: ['KAZ', 'KGZ'] });
    expect(filled.text).toMatch(/value="KAZ"[^>]*checked|checked[^>]*value="KAZ"/);
    expect((await admin.post(path, { act: 'countries', countries: ['NOPE'] })).status).toBe(422);
    expect((await actions()).slice(-3)).toEqual(['team.created', 'team.changed', 'team.changed']);
  });
});
