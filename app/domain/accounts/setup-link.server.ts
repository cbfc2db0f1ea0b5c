import { createHash } from 'node:crypto';
import type { CommitContext, Work } from '#app/domain/kernel/commit.server.ts';
import { NotFound } from '#app/domain/kernel/errors.ts';
import type { Db, Trx } from '#db/client.ts';
import {
  findOpenSetupLink,
  replaceSetupLink,
  updateSetupLinkUsed,
  type OpenSetupLink,
} from '#db/queries/setup-links.ts';

// A link is shown once and kept as a digest; it opens once, within a day.

const lifetime = 24 * 60 * 60 * 1000;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Makes the link of an account (null: of the first one) and returns its token. Earlier links end. */
export async function makeSetupLink(
  trx: Trx,
  { now, random }: Pick<CommitContext, 'now' | 'random'>,
  accountId: number | null,
): Promise<string> {
  const token = Buffer.from(random(32)).toString('base64url');
  const expiresAt = new Date(now.getTime() + lifetime).toISOString();
  await replaceSetupLink(trx, accountId, {
    tokenHash: hashOf(token),
    createdAt: now.toISOString(),
    expiresAt,
  });
  return token;
}

/** Whom the link is for. Throws NotFound where it was used, is too old, or never was. */
export async function requireOpenSetupLink(
  context: { db: Db; now: Date },
  token: string,
): Promise<OpenSetupLink> {
  const link = await findOpenSetupLink(context.db, hashOf(token), context.now.toISOString());
  if (!link) throw new NotFound();
  return link;
}

/** The step that uses a link up; of two at once the second gets NotFound. */
export async function useSetupLink<C extends CommitContext>(
  work: Work<C>,
  token: string,
): Promise<OpenSetupLink> {
  const at = work.context.now.toISOString();
  const link = await findOpenSetupLink(work.trx, hashOf(token), at);
  if (!link || !(await updateSetupLinkUsed(work.trx, hashOf(token), at))) throw new NotFound();
  return link;
}
