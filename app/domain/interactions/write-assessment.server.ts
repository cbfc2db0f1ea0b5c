import { insertAssessment, updateAssessment } from '#db/queries/interaction-writes.ts';
import type { Work } from '../kernel/commit.server.ts';
import { makeRef } from '../kernel/refs.ts';
import { storedText } from '../kernel/sealed-text.server.ts';
import type { Meeting } from './meeting.ts';
import type { InteractionInput } from './parse-interaction.ts';
import type { Resolved } from './resolve-interaction.server.ts';

const CONFIDENTIAL = 1;
const RESTRICTED = 2;

/** An assessment that stands already, as its editor saw it. */
export interface StandingAssessment {
  id: number;
  ref: string;
  text: string;
  level: number;
  readers: number[];
}

/**
 * Step: our own reading of the interaction. It is for the owning team, or for the readers named; never for more
 * than may read the interaction.
 */
export async function writeAssessment(
  work: Work,
  meeting: Meeting,
  input: InteractionInput,
  resolved: Resolved,
  standing?: StandingAssessment,
): Promise<void> {
  const { context, trx } = work;
  const text = input.assessment;
  if (text.trim() === '' && !standing) return;
  const own = resolved.assessmentReaders.length > 0 ? RESTRICTED : CONFIDENTIAL;
  const level = Math.max(own, meeting.level);
  const ref = standing?.ref ?? makeRef(context.random);
  const at = context.now.toISOString();
  const staff = new Map([...resolved.staffByRef.values()].map((one) => [one.id, one.ref]));
  const refs = (ids: number[]) => ids.flatMap((id) => staff.get(id) ?? []).sort();
  const body = storedText(context.keys, level, `assessment|body|${ref}`, text);
  if (standing) {
    await updateAssessment(trx, standing.id, { body, level, updated_at: at }, resolved.assessmentReaders);
    if (standing.text === text && sameIds(standing.readers, resolved.assessmentReaders)) return;
  }
  const id =
    standing?.id ??
    (await insertAssessment(
      trx,
      {
        ref,
        interaction_id: meeting.id,
        body,
        level,
        author_id: context.actor.accountId,
        created_at: at,
        updated_at: at,
      },
      resolved.assessmentReaders,
    ));
  work.record({
    action: standing ? 'assessment.edited' : 'assessment.written',
    noun: 'assessment',
    id,
    ref,
    changes: {
      ...(standing?.text === text ? {} : { text: [standing?.text ?? null, text] }),
      readers: [refs(standing?.readers ?? []), refs(resolved.assessmentReaders)],
    },
    sealed: level === 3 || standing?.level === 3,
  });
}

const sameIds = (a: number[], b: number[]): boolean =>
  a.length === b.length && a.every((id) => b.includes(id));
