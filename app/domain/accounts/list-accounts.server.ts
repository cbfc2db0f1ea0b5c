import { findAccount, listAccounts } from '#db/queries/account-list.ts';
import type { Context } from '../kernel/context.ts';
import { BadRequest } from '../kernel/errors.ts';
import { isRef } from '../kernel/refs.ts';
import { readingOf } from '../reference/labels.server.ts';
import { requireAdministrator } from './policy.ts';

const PAGE = 100;

/** The accounts by name. `after`: the ref of the last one of the page before, or ''. Throws Forbidden. */
export async function listAccountsPage(context: Context, after: string) {
  const { db, actor, reference } = context;
  requireAdministrator(actor);
  if (after !== '' && !(isRef(after) && (await findAccount(db, after)))) {
    throw new BadRequest('This is no place in the list.');
  }
  const rows = await listAccounts(db, { after: after === '' ? undefined : after, limit: PAGE + 1 });
  return {
    accounts: rows.slice(0, PAGE).map(({ ref, name, email, roles, teamIds, disabledAt, isSetUp }) => ({
      ref,
      name,
      email,
      roles,
      teams: teamIds.map((id) => reference.teamById(id).name),
      state:
        disabledAt !== null ? ('disabled' as const) : isSetUp ? ('in-use' as const) : ('invited' as const),
    })),
    next: rows.length > PAGE ? (rows[PAGE - 1]?.ref ?? null) : null,
    turned: after !== '',
    reading: readingOf(context),
  };
}
