import { listVisibleObjectivesOn, type PushNoun } from '#db/queries/recommendation-links.ts';
import { adviceAt } from '../advice/list-advice.server.ts';
import { clip } from '../kernel/clip.ts';
import type { Context } from '../kernel/context.ts';
import { readTimeline } from '../timeline/read-timeline.server.ts';

const MOST_OFFERED = 25;

/** A record that can be picked: `advice:ref`, in the words of the list. */
export interface PushOffer {
  value: string;
  noun: PushNoun;
  label: string;
  on: string | null;
}

/** The latest advice, objectives and meetings on a country that the actor sees, without those linked already. */
export async function offerPushes(
  context: Context,
  countryId: number,
  linked: readonly { noun: PushNoun; ref: string }[],
): Promise<PushOffer[]> {
  const { db, actor } = context;
  const { advice } = await adviceAt(context, { countryId }, {}, MOST_OFFERED);
  const objectives = await listVisibleObjectivesOn(db, actor, countryId, MOST_OFFERED);
  const meetings = await readTimeline(context, { of: 'country', id: countryId }, { limit: MOST_OFFERED });
  const offer = (noun: PushNoun, ref: string, text: string, on: string | null): PushOffer => ({
    value: `${noun}:${ref}`,
    noun,
    label: text === '' ? 'Sealed record' : clip(text, 90),
    on,
  });
  const offers = [
    ...advice.map((one) => offer('advice', one.ref, one.text, one.on)),
    ...objectives.map((one) => offer('objective', one.ref, one.level === 3 ? '' : one.title, null)),
    ...meetings.entries.map((one) => offer('interaction', one.ref, one.summary, one.on)),
  ];
  return offers.filter(({ value }) => !linked.some(({ noun, ref }) => value === `${noun}:${ref}`));
}
