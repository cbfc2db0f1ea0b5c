import { listFailedMails } from '#db/queries/outbox.ts';
import { requireAdministrator } from '../accounts/policy.ts';
import type { Context } from '../kernel/context.ts';
import { readingOf } from '../reference/labels.server.ts';

const PAGE = 50;

/** Mails that were given up: to whom and why, never what was in them. Throws Forbidden. */
export async function listFailedMailsPage(context: Context, after: string) {
  requireAdministrator(context.actor);
  const turned = after !== '';
  const rows = await listFailedMails(context.db, { after: turned ? after : undefined, limit: PAGE + 1 });
  return {
    mails: rows.slice(0, PAGE).map((row) => ({
      id: row.message_id,
      name: row.recipient,
      email: row.email,
      kind: row.kind,
      attempts: row.attempts,
      error: row.last_error ?? '',
      at: row.created_at,
    })),
    next: rows.length > PAGE ? (rows[PAGE - 1]?.message_id ?? null) : null,
    turned,
    reading: readingOf(context),
  };
}

export type FailedMailsPage = Awaited<ReturnType<typeof listFailedMailsPage>>;
