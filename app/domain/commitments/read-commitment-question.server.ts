import type { CommitmentFilter } from '#db/queries/commitment-list.ts';
import { listOrganisationsByRef, listVisiblePeopleByRef } from '#db/queries/partners.ts';
import type { Side } from '#db/schema/promises.ts';
import { today, type Context } from '../kernel/context.ts';
import { BadRequest } from '../kernel/errors.ts';
import {
  activeWords,
  countryNamed,
  oneOfWords,
  termNamed,
  type ActiveWord,
} from '../reference/filters.server.ts';

/** Words of the address; '' for what is not asked. */
export interface CommitmentQuestion {
  side: string;
  status: string;
  /** 'yes': open and past its day. */
  late: string;
  country: string;
  workArea: string;
  organisation: string;
  person: string;
}

export const SIDES = ['theirs', 'ours'] as const;
export const STATUSES = ['open', 'kept', 'broken'] as const;

/** What the address asks: the filter of one side, and the chips. Throws BadRequest for words that name nothing. */
export async function readCommitmentQuestion(context: Context, question: CommitmentQuestion) {
  const { db, actor } = context;
  const late = oneOfWords(['yes'] as const, question.late) === 'yes';
  const status = oneOfWords(STATUSES, question.status) ?? 'open';
  if (late && status !== 'open') throw new BadRequest('Only what is open is late.');
  const country = countryNamed(context, question.country);
  const workArea = termNamed(context, 'work_area', question.workArea);
  const organisation = await named(question.organisation, (refs) => listOrganisationsByRef(db, refs));
  const person = await named(question.person, (refs) => listVisiblePeopleByRef(db, actor, refs));
  const filterOf = (side: Side): CommitmentFilter => ({
    side,
    status,
    ...(country ? { countryId: country.id } : {}),
    ...(workArea ? { workAreaId: workArea.id } : {}),
    ...(organisation ? { organisationId: organisation.id } : {}),
    ...(person ? { personId: person.id } : {}),
    ...(late ? { dueBefore: today(context) } : {}),
  });
  const chips: ActiveWord[] = [
    ...(late ? [{ name: 'late', value: 'yes', label: 'Late' }] : []),
    ...activeWords(context, {
      ...(country ? { country } : {}),
      ...(workArea ? { work_area: workArea } : {}),
    }),
    ...(organisation ? [{ name: 'organisation', value: organisation.ref, label: organisation.name }] : []),
    ...(person ? [{ name: 'person', value: person.ref, label: person.name }] : []),
  ];
  return { side: oneOfWords(SIDES, question.side) ?? null, status, filterOf, active: chips };
}

async function named<T>(ref: string, find: (refs: string[]) => Promise<T[]>): Promise<T | undefined> {
  if (ref === '') return undefined;
  const [found] = await find([ref]);
  if (!found) throw new BadRequest('There is no such partner.');
  return found;
}
