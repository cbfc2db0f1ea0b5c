import { findVisibleDuePlace, listCommitments } from '#db/queries/commitment-list.ts';
import type { Side } from '#db/schema/promises.ts';
import type { Context } from '../kernel/context.ts';
import { BadRequest } from '../kernel/errors.ts';
import { isRef } from '../kernel/refs.ts';
import { partnersNamed } from '../partners/partners-named.server.ts';
import { countryChoices, termChoices } from '../reference/filters.server.ts';
import { readingOf } from '../reference/labels.server.ts';
import { glanceCommitments } from './glance-commitments.server.ts';
import { readCommitmentQuestion, SIDES, type CommitmentQuestion } from './read-commitment-question.server.ts';

/** What the page asks: the question, and the ref of the last promise of the page before ('' on the first). */
export interface CommitmentsAsked extends CommitmentQuestion {
  after: string;
  /** A partner by name, to be chosen from; '' for none. */
  partner: string;
}

const PAGE = 50;
/** Of each side, where both are shown. */
const BOTH = 25;

/** The register of promises, theirs and ours apart: the open ones unless asked otherwise, the longest due first. */
export async function listCommitmentRegister(context: Context, asked: CommitmentsAsked) {
  const { side, status, filterOf, active } = await readCommitmentQuestion(context, asked);
  if (asked.after !== '' && side === null) throw new BadRequest('A page is turned on one side.');
  const after = asked.after === '' ? undefined : await placeOf(context, asked.after);
  const limit = side === null ? BOTH : PAGE;
  const sides = [];
  for (const one of side === null ? SIDES : [side]) {
    const rows = await listCommitments(context.db, context.actor, filterOf(one), {
      limit: limit + 1,
      ...(after ? { after } : {}),
    });
    sides.push({
      side: one as Side,
      commitments: glanceCommitments(rows.slice(0, limit)),
      more: rows.length > limit,
    });
  }
  const [first] = sides;
  return {
    sides,
    next: side !== null && first?.more ? (first.commitments.at(-1)?.ref ?? null) : null,
    turned: after !== undefined,
    side,
    status,
    active,
    asked: asked.partner,
    partners: await partnersNamed(context, asked.partner),
    choices: { countries: countryChoices(context), workAreas: termChoices(context, 'work_area') },
    reading: readingOf(context),
  };
}

export type CommitmentRegisterPage = Awaited<ReturnType<typeof listCommitmentRegister>>;

async function placeOf({ db, actor }: Context, ref: string) {
  const place = isRef(ref) ? await findVisibleDuePlace(db, actor, ref) : undefined;
  if (!place) throw new BadRequest('This is no place in a list.');
  return place;
}
