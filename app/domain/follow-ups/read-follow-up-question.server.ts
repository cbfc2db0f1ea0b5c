import type { FollowUpFilter } from '#db/queries/follow-up-list.ts';
import { listStaff, type StaffRow } from '#db/queries/staff.ts';
import { today, type Context } from '../kernel/context.ts';
import { BadRequest } from '../kernel/errors.ts';
import {
  activeWords,
  countryNamed,
  oneOfWords,
  termNamed,
  type ActiveWord,
} from '../reference/filters.server.ts';
import { mayOpenListOf } from './policy.ts';

/** Words of the address; '' for what is not asked. */
export interface FollowUpQuestion {
  /** `me` (as when empty), `others` (asked by me, for others to do), `team` (those with whom I share a team), `all`, or the ref of one of them. */
  assignee: string;
  country: string;
  workArea: string;
  status: string;
}

export type Whose = 'mine' | 'waiting' | 'team' | 'colleague' | 'all';

export interface ReadQuestion {
  whose: Whose;
  /** The colleague whose list it is. */
  colleague: StaffRow | undefined;
  colleagues: StaffRow[];
  filter: FollowUpFilter;
  active: ActiveWord[];
}

/** What the address asks. Throws BadRequest for words that name nothing, and for a colleague of another team. */
export async function readFollowUpQuestion(
  context: Context,
  question: FollowUpQuestion,
): Promise<ReadQuestion> {
  const { db, actor } = context;
  const colleagues = (await listStaff(db)).filter(
    (one) => one.id !== actor.accountId && mayOpenListOf(actor, one),
  );
  const asked = ['me', actor.ref].includes(question.assignee) ? '' : question.assignee;
  const colleague = colleagues.find((one) => one.ref === asked);
  const whose = colleague ? 'colleague' : WHOSE[asked];
  if (!whose) throw new BadRequest('There is no such colleague in your teams.');
  const country = countryNamed(context, question.country);
  const workArea = termNamed(context, 'work_area', question.workArea);
  const ids = {
    mine: [actor.accountId],
    team: colleagues.map(({ id }) => id),
    colleague: [colleague?.id ?? -1],
  };
  return {
    whose,
    colleague,
    colleagues,
    filter: {
      state: oneOfWords(['open', 'snoozed', 'done'] as const, question.status) ?? 'open',
      today: today(context),
      ...(whose === 'all' || whose === 'waiting' ? {} : { assigneeIds: ids[whose] }),
      ...(whose === 'waiting' ? { askedById: actor.accountId } : {}),
      ...(country ? { countryId: country.id } : {}),
      ...(workArea ? { workAreaId: workArea.id } : {}),
    },
    active: activeWords(context, {
      ...(country ? { country } : {}),
      ...(workArea ? { work_area: workArea } : {}),
    }),
  };
}

const WHOSE: Record<string, Whose | undefined> = Object.assign(
  Object.create(null) as object,
  {
    '': 'mine',
    others: 'waiting',
    team: 'team',
    all: 'all',
  } as const,
);
