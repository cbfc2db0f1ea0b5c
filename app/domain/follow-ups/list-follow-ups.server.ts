import { listFollowUps } from '#db/queries/follow-up-list.ts';
import { findVisibleFollowUp } from '#db/queries/promise-reads.ts';
import { listStaff } from '#db/queries/staff.ts';
import type { Context } from '../kernel/context.ts';
import { BadRequest } from '../kernel/errors.ts';
import { isRef } from '../kernel/refs.ts';
import {
  activeWords,
  countryChoices,
  countryNamed,
  oneOfWords,
  termChoices,
  termNamed,
} from '../reference/filters.server.ts';
import { readingOf } from '../reference/labels.server.ts';
import { glanceFollowUps } from './glance-follow-ups.server.ts';

/** Words of the address; '' for what is not asked. */
export interface FollowUpQuestion {
  /** `me` (as when empty), `all`, or the ref of a colleague. */
  assignee: string;
  country: string;
  work_area: string;
  status: string;
  /** The ref of the last follow-up of the page before. */
  after: string;
}

const PAGE = 50;

/** The follow-ups of the reader, of a colleague or of everybody, the longest due first. */
export async function listFollowUpsPage(context: Context, question: FollowUpQuestion) {
  const { db, actor } = context;
  const staff = await listStaff(db);
  const assignee = question.assignee === '' || question.assignee === 'me' ? actor.ref : question.assignee;
  const whose = staff.find((one) => one.ref === assignee);
  if (!whose && assignee !== 'all' && assignee !== actor.ref)
    throw new BadRequest('There is no such colleague.');
  const country = countryNamed(context, question.country);
  const workArea = termNamed(context, 'work_area', question.work_area);
  const open = (oneOfWords(['open', 'done'] as const, question.status) ?? 'open') === 'open';
  const filter = {
    open,
    ...(assignee === 'all' ? {} : { assigneeId: whose?.id ?? actor.accountId }),
    ...(country ? { countryId: country.id } : {}),
    ...(workArea ? { workAreaId: workArea.id } : {}),
  };
  const after = question.after === '' ? undefined : await placeOf(context, question.after);
  const rows = await listFollowUps(db, actor, filter, { limit: PAGE + 1, ...(after ? { after } : {}) });
  return {
    followUps: await glanceFollowUps(context, rows.slice(0, PAGE)),
    next: rows.length > PAGE ? (rows[PAGE - 1]?.ref ?? null) : null,
    open,
    assignee: assignee === actor.ref ? 'me' : assignee,
    country: question.country,
    workArea: question.work_area,
    active: activeWords(context, {
      ...(country ? { country } : {}),
      ...(workArea ? { work_area: workArea } : {}),
    }),
    choices: {
      countries: countryChoices(context),
      areas: termChoices(context, 'work_area'),
      assignees: [
        { value: 'me', label: 'Me' },
        { value: 'all', label: 'Everybody' },
        ...staff.filter((one) => one.ref !== actor.ref).map((one) => ({ value: one.ref, label: one.name })),
      ],
    },
    reading: readingOf(context),
  };
}

/** A hidden follow-up is no place in the list, like one that is not there. */
async function placeOf({ db, actor }: Context, ref: string): Promise<{ due: string; id: number }> {
  const row = isRef(ref) ? await findVisibleFollowUp(db, actor, ref) : undefined;
  if (!row) throw new BadRequest('This is no place in a list.');
  return { due: row.due_on, id: row.id };
}
