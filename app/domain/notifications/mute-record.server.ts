import { deleteMute, insertMute, listMutes, type Mute } from '#db/queries/notification-writes.ts';
import { findVisibleToldRecord } from '#db/queries/told-records.ts';
import type { ToldNoun } from '#db/schema/notifications.ts';
import { commit } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { BadRequest, Conflict, NotFound } from '../kernel/errors.ts';
import { isRef } from '../kernel/refs.ts';

/** The records whose pages have the button. */
export const MUTABLE = [
  'interaction',
  'follow_up',
  'advice',
  'commitment',
  'objective',
] as const satisfies readonly ToldNoun[];
export type MutableNoun = (typeof MUTABLE)[number];

/** Reads the noun of a form. Throws BadRequest for one that is none. */
export function mutableNoun(text: string): MutableNoun {
  const noun = MUTABLE.find((one) => one === text);
  if (!noun) throw new BadRequest('There is no such kind of record.');
  return noun;
}

async function muteOf({ db, actor }: Context, noun: MutableNoun, ref: string): Promise<Mute> {
  const record = isRef(ref) ? await findVisibleToldRecord(db, actor, noun, ref) : undefined;
  if (!record) throw new NotFound();
  return { account_id: actor.accountId, noun, record_id: record.id };
}

/** The actor hears nothing more of this record. Throws NotFound, or Conflict where that is so already. */
export async function muteRecord(context: Context, noun: MutableNoun, ref: string): Promise<void> {
  const mute = await muteOf(context, noun, ref);
  await commit(context, async ({ trx, record }) => {
    if (!(await insertMute(trx, mute, context.now.toISOString()))) {
      throw new Conflict('You are told nothing about this already.');
    }
    record({ ...entry(context), changes: { muted: [null, `${noun}:${ref}`] } });
  });
}

/** The actor hears of this record again. Throws NotFound, or Conflict where it was not muted. */
export async function unmuteRecord(context: Context, noun: MutableNoun, ref: string): Promise<void> {
  const mute = await muteOf(context, noun, ref);
  await commit(context, async ({ trx, record }) => {
    if (!(await deleteMute(trx, mute))) throw new Conflict('You are told about this already.');
    record({ ...entry(context), changes: { muted: [`${noun}:${ref}`, null] } });
  });
}

const entry = ({ actor }: Context) => ({
  action: 'preference.changed' as const,
  noun: 'preference' as const,
  id: actor.accountId,
  ref: actor.ref,
});

/** Whether the actor muted a record that the caller has shown to them. */
export async function isMuted({ db, actor }: Context, noun: MutableNoun, recordId: number): Promise<boolean> {
  const mutes = await listMutes(db, [actor.accountId], [recordId]);
  return mutes.some((mute) => mute.noun === noun);
}
