import { beforeAll, expect, it } from 'vitest';
import { acceptInvitation } from '#app/domain/accounts/accept-invitation.server.ts';
import { changeAccount } from '#app/domain/accounts/change-account.server.ts';
import { changePassword } from '#app/domain/accounts/change-password.server.ts';
import { disableAccount } from '#app/domain/accounts/disable-account.server.ts';
import { enableAccount } from '#app/domain/accounts/enable-account.server.ts';
import { inviteAccount } from '#app/domain/accounts/invite-account.server.ts';
import { renewInvitation } from '#app/domain/accounts/renew-invitation.server.ts';
import { makeFirstSetupLink, setUpFirstAccount } from '#app/domain/accounts/set-up-first-account.server.ts';
import { signIn } from '#app/domain/accounts/sign-in.server.ts';
import { signOut } from '#app/domain/accounts/sign-out.server.ts';
import { verifyChain } from '#app/domain/kernel/audit-chain.server.ts';
import type { Context } from '#app/domain/kernel/context.ts';
import { assignCountries } from '#app/domain/teams/assign-countries.server.ts';
import { createTeam } from '#app/domain/teams/create-team.server.ts';
import { renameTeam } from '#app/domain/teams/rename-team.server.ts';
import { findAccount } from '#db/queries/account-list.ts';
import { expectNothing, recordedBy } from '../audit-watch.ts';
import { describeOnBoth } from '../databases.ts';
import { actorOf, makeWorld, type World } from '../world.ts';

const password = 'seven green umbrellas';

describeOnBoth('accounts and teams and their audit records', (open) => {
  let world: World;
  let admin: Context;
  let officer: Context;
  let ref: string;
  let token: string;
  const records = (act: () => Promise<unknown>) => recordedBy(world.db, act);
  const nothing = (end: string, act: () => Promise<unknown>) => expectNothing(world.db, end, act);
  const versionOf = async (account: string) => (await findAccount(world.db, account))?.version ?? 0;

  beforeAll(async () => {
    world = await makeWorld(await open());
    admin = await world.as('admin');
    officer = await world.as('officer');
  });

  it('invites, and makes a new link', async () => {
    const team = admin.reference.teamById(world.teams.africa).ref;
    const input = { name: 'Nia New', email: 'nia@example.org', roles: ['officer' as const], teams: [team] };
    await nothing('Forbidden', () => inviteAccount(officer, input));
    await nothing('refused', () => inviteAccount(admin, { ...input, teams: ['zzzzzzzzzz'] }));
    await nothing('refused', () => inviteAccount(admin, { ...input, email: 'OFFICER@demo.example' }));
    expect(
      await records(async () => {
        const invited = await inviteAccount(admin, input);
        if (invited.outcome === 'invited') ({ ref, token } = invited);
      }),
    ).toEqual(['account.invited']);
    await nothing('refused', () => inviteAccount(admin, input));
    await nothing('Forbidden', () => renewInvitation(officer, ref));
    await nothing('NotFound', () => renewInvitation(admin, 'zzzzzzzzzz'));
    const first = token;
    expect(await records(async () => (token = await renewInvitation(admin, ref)))).toEqual([
      'account.invited',
    ]);
    await nothing('NotFound', () =>
      acceptInvitation(admin, { token: first, name: 'N', password, zone: 'UTC' }),
    );
  });

  it('lets the person set the account up, once and in time', async () => {
    const input = { token, name: 'Nia Newcomer', password, zone: 'Africa/Lome' };
    const tomorrow = { ...admin, now: new Date(admin.now.getTime() + 25 * 3_600_000) };
    await nothing('NotFound', () => acceptInvitation(tomorrow, input));
    await nothing('NotFound', () => acceptInvitation(admin, { ...input, token: 'guessed' }));
    const first = { email: 'a@b.example', team: 'A', language: 'en', roles: ['administrator' as const] };
    await nothing('NotFound', () => setUpFirstAccount(admin, { ...input, ...first }));
    expect(await records(() => acceptInvitation(admin, input))).toEqual(['account.set-up']);
    await nothing('NotFound', () => acceptInvitation(admin, input));
    await nothing('Conflict', () => renewInvitation(admin, ref));
    expect((await actorOf(world.db, 'nia@example.org')).zone).toBe('Africa/Lome');
  });

  it('changes, disables and enables', async () => {
    const change = { name: 'Nia Newcomer', roles: ['writer' as const], teams: [] };
    const version = await versionOf(ref);
    await nothing('Forbidden', () => changeAccount(officer, ref, version, change));
    await nothing('NotFound', () => changeAccount(admin, 'zzzzzzzzzz', version, change));
    await nothing('Conflict', () => changeAccount(admin, ref, version - 1, change));
    await nothing('refused', () => changeAccount(admin, ref, version, { ...change, teams: ['zzzzzzzzzz'] }));
    expect(await records(() => changeAccount(admin, ref, version, change))).toEqual(['account.changed']);
    await nothing('saved', () => changeAccount(admin, ref, version + 1, change));
    await nothing('Forbidden', () => disableAccount(officer, ref));
    await nothing('Conflict', () => disableAccount(admin, admin.actor.ref));
    await nothing('Conflict', () => enableAccount(admin, ref));
    expect(await records(() => disableAccount(admin, ref))).toEqual(['account.disabled']);
    await nothing('Conflict', () => disableAccount(admin, ref));
    await nothing('Forbidden', () => enableAccount(officer, ref));
    expect(await records(() => enableAccount(admin, ref))).toEqual(['account.enabled']);
  });

  it('keeps an administrator, and gives nobody access of their own making while there is another', async () => {
    const own = { name: 'The admin', roles: ['officer' as const], teams: [] };
    await nothing('refused', async () =>
      changeAccount(admin, admin.actor.ref, await versionOf(admin.actor.ref), own),
    );
    const second = { name: 'Nia Newcomer', roles: ['administrator' as const, 'writer' as const], teams: [] };
    await changeAccount(admin, ref, await versionOf(ref), second);
    await nothing('refused', async () =>
      changeAccount(admin, admin.actor.ref, await versionOf(admin.actor.ref), own),
    );
    const nia = { ...admin, actor: await actorOf(world.db, 'nia@example.org') };
    const version = await versionOf(admin.actor.ref);
    expect(await records(() => changeAccount(nia, admin.actor.ref, version, own))).toEqual([
      'account.changed',
    ]);
    const back = { ...own, roles: ['administrator' as const] };
    await changeAccount(nia, admin.actor.ref, await versionOf(admin.actor.ref), back);
  });

  it('signs in and out, and changes a password', async () => {
    const at = { address: '192.0.2.7' };
    const email = 'nia@example.org';
    expect(await records(() => signIn(admin, { email, password: 'wrong', ...at }))).toEqual([
      'account.sign-in-refused',
    ]);
    expect(await records(() => signIn(admin, { email: 'nobody@example.org', password, ...at }))).toEqual([]);
    expect(await records(() => signIn(admin, { email, password, ...at }))).toEqual(['account.signed-in']);
    const nia = { ...admin, actor: await actorOf(world.db, email) };
    await nothing('refused', () =>
      changePassword(nia, { current: 'wrong', password: 'nine purple lanterns' }),
    );
    await nothing('refused', () => changePassword(nia, { current: password, password: 'short' }));
    expect(
      await records(() => changePassword(nia, { current: password, password: 'nine purple lanterns' })),
    ).toEqual(['account.password-changed']);
    expect(await records(() => signOut(nia, { sessionId: 'none' }))).toEqual(['account.signed-out']);
  });

  it('makes, renames and fills a team', async () => {
    await nothing('Forbidden', () => createTeam(officer, { name: 'Asia' }));
    await nothing('refused', () => createTeam(admin, { name: ' ' }));
    await nothing('refused', () => createTeam(admin, { name: 'WEST AFRICA team' }));
    let team = '';
    expect(
      await records(async () => {
        const made = await createTeam(admin, { name: 'Asia' });
        if (made.outcome === 'saved') team = made.ref;
      }),
    ).toEqual(['team.created']);
    const now = await world.as('admin');
    await nothing('Forbidden', () => renameTeam(officer, team, { name: 'East Asia' }));
    await nothing('NotFound', () => renameTeam(now, 'zzzzzzzzzz', { name: 'East Asia' }));
    await nothing('refused', () => renameTeam(now, team, { name: 'Europe team' }));
    await nothing('saved', () => renameTeam(now, team, { name: 'Asia' }));
    expect(await records(() => renameTeam(now, team, { name: 'East Asia' }))).toEqual(['team.changed']);
    await nothing('Forbidden', () => assignCountries(officer, team, ['JPN']));
    await nothing('NotFound', () => assignCountries(now, 'zzzzzzzzzz', ['JPN']));
    await nothing('refused', () => assignCountries(now, team, ['JPN', 'XXX']));
    expect(await records(() => assignCountries(now, team, ['JPN']))).toEqual(['team.changed']);
    await nothing('saved', () => assignCountries(now, team, ['JPN']));
    expect(await verifyChain(world.db, admin.keys)).toMatchObject({ sound: true });
  });

  it('makes the first account of a new database', async () => {
    const db = await open();
    const nobody = { db, now: new Date(), random: admin.random, keys: admin.keys };
    const input = {
      token: (await makeFirstSetupLink(db, nobody.now)) ?? '',
      name: 'Ada First',
      email: 'ada@example.org',
      password,
      team: 'Africa',
      zone: 'UTC',
      language: 'en',
      roles: ['administrator' as const],
    };
    await expectNothing(db, 'NotFound', () => setUpFirstAccount(nobody, { ...input, token: 'guessed' }));
    expect(await recordedBy(db, () => setUpFirstAccount(nobody, input))).toEqual([
      'team.created',
      'account.set-up',
    ]);
    await expectNothing(db, 'NotFound', () => setUpFirstAccount(nobody, input));
    expect(await makeFirstSetupLink(db, nobody.now)).toBeUndefined();
  });
});
