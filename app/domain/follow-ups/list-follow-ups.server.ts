import { listFollowUps } from '#db/queries/follow-up-list.ts';
import { findVisibleFollowUp } from '#db/queries/promise-reads.ts';
import { listStaff } from '#db/queries/staff.ts';
import { mayLogInteraction } from '../interactions/policy.ts';
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
import { glanceFollowUps, type FollowUpGlance } from './glance-follow-ups.server.ts';

/** Words of the address; '' for what is not asked. */
export interface FollowUpQuestion {
  /** `me` (as when empty), `all`, or the ref of a colleague. */
  assignee: string;
  country: string;
  workArea: string;
  status: string;
  /** The ref of the last follow-up of the page before. */
  after: string;
}

/** A row of the register. */
export interface ListedGlance extends FollowUpGlance {
  doneAt: string | null;
  doneBy: string | null;
}

const PAGE = 50;

/** The follow-ups of the reader, of a colleague or of everybody, the longest due first. Throws BadRequest. */
export async function listFollowUpsPage(context: Context, question: FollowUpQuestion) {
  const { db, actor } = context;
  const staff = await listStaff(db);
  const asked = ['me', actor.ref].includes(question.assignee) ? '' : question.assignee;
  const whose = staff.find((one) => one.ref === asked);
  if (!whose && asked !== '' && asked !== 'all') throw new BadRequest('There is no such colleague.');
  const country = countryNamed(context, question.country);
  const workArea = termNamed(context, 'work_area', question.workArea);
  const open = (oneOfWords(['open', 'done'] as const, question.status) ?? 'open') === 'open';
  const filter = {
    open,
    ...(asked === 'all' ? {} : { assigneeId: whose?.id ?? actor.accountId }),
    ...(country ? { countryId: country.id } : {}),
    ...(workArea ? { workAreaId: workArea.id } : {}),
  };
  const after = question.after === '' ? undefined : await placeOf(context, question.after);
  const rows = await listFollowUps(db, actor, filter, { limit: PAGE + 1, ...(after ? { after } : {}) });
  const shown = rows.slice(0, PAGE);
  const glances = await glanceFollowUps(context, shown);
  const chip = asked === 'all' ? 'Everybody' : whose?.name;
  return {
    followUps: glances.map((one, index): ListedGlance => ({
      ...one,
      doneAt: shown[index]?.done_at ?? null,
      doneBy: shown[index]?.done_by_name ?? null,
    })),
    next: rows.length > PAGE ? (shown.at(-1)?.ref ?? null) : null,
    turned: after !== undefined,
    open,
    mine: chip === undefined,
    active: [
      ...(chip === undefined ? [] : [{ name: 'assignee', value: asked, label: chip }]),
      ...activeWords(context, {
        ...(country ? { country } : {}),
        ...(workArea ? { work_area: workArea } : {}),
      }),
    ],
    choices: {
      countries: countryChoices(context),
      areas: termChoices(context, 'work_area'),
      assignees: [
        { value: 'all', label: 'Everybody' },
        ...staff.filter((one) => one.ref !== actor.ref).map((one) => ({ value: one.ref, label: one.name })),
      ],
    },
    mayLog: mayLogInteraction(actor),
    reading: readingOf(context),
  };
}

export type FollowUpList = Awaited<ReturnType<typeof listFollowUpsPage>>;

/** A hidden follow-up is no place in the list, like one that is not there. */
async function placeOf({ db, actor }: Context, ref: string): Promise<{ due: string; id: number }> {
  const row = isRef(ref) ? await findVisibleFollowUp(db, actor, ref) : undefined;
  if (!row) throw new BadRequest('This is no place in a list.');
  return { due: row.due_on, id: row.id };
}
