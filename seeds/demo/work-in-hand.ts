import { assignFollowUp } from '#app/domain/follow-ups/assign-follow-up.server.ts';
import { completeFollowUp } from '#app/domain/follow-ups/complete-follow-up.server.ts';
import { createFollowUp } from '#app/domain/follow-ups/create-follow-up.server.ts';
import type { FollowUpForm } from '#app/domain/follow-ups/follow-up-form.ts';
import { snoozeFollowUp } from '#app/domain/follow-ups/snooze-follow-up.server.ts';
import { makeRef } from '#app/domain/kernel/refs.ts';
import type { Actor } from '#db/visibility.ts';
import { contextOf, dayOf, instantOn, type Cast } from './cast.ts';
import type { Happening } from './outcomes.ts';

/** A task that comes from no meeting. Days count from the day of loading; people are named by their e-mail. */
interface Task {
  day: number;
  by: string;
  for: string;
  title: string;
  due: number;
  areas: string[];
  priority?: FollowUpForm['priority'];
  recurrence?: FollowUpForm['recurrence'];
  until?: number;
  /** Then, in turn: done on that day, put off on one day until another, or handed on with a note. */
  then?: (
    | { on: number; done: string }
    | { on: number; snoozedUntil: number }
    | { on: number; given: string; note: string }
  )[];
}

const AMINA = 'officer';
const HELENA = 'manager';
const BENOIT = 'benoit.charlier';
const SALIMATA = 'salimata.kone';

const tasks: readonly Task[] = [
  {
    day: -66,
    by: AMINA,
    for: AMINA,
    title: 'Send the month’s visits to the mechanisms desk',
    due: -34,
    areas: ['preventive_mechanisms'],
    recurrence: 'monthly',
    then: [{ on: -33, done: 'Sent with the list of visits.' }],
  },
  {
    day: -12,
    by: AMINA,
    for: AMINA,
    title: 'Call the secretary general of the commission',
    due: 1,
    areas: ['preventive_mechanisms'],
    recurrence: 'weekly',
    until: 60,
  },
  {
    day: -20,
    by: HELENA,
    for: AMINA,
    title: 'Write the quarter’s note on the mechanism of Togo',
    due: 9,
    areas: ['preventive_mechanisms', 'legal_instruments'],
    priority: 'high',
    recurrence: 'quarterly',
  },
  {
    day: -9,
    by: AMINA,
    for: AMINA,
    title: 'Prepare the travel file of the two trainers',
    due: -3,
    areas: ['capacities'],
    then: [{ on: -2, snoozedUntil: 6 }],
  },
  {
    day: -8,
    by: BENOIT,
    for: BENOIT,
    title: 'Translate the admission form for the prisons',
    due: 2,
    areas: ['tools'],
    then: [{ on: -1, given: AMINA, note: 'I travel until Friday, and you know the form.' }],
  },
  {
    day: -6,
    by: AMINA,
    for: BENOIT,
    title: 'Read the French edition of the toolkit once more',
    due: 4,
    areas: ['tools'],
  },
  {
    day: -5,
    by: AMINA,
    for: SALIMATA,
    title: 'Ask Dakar for the date of the seminar',
    due: -1,
    areas: ['capacities'],
    priority: 'high',
  },
];

/** What is in hand besides what meetings gave rise to: repeated, put off, handed on, asked of others. */
export function workInHand(cast: Cast): Happening[] {
  return tasks.flatMap((task) => {
    let ref = '';
    const made: Happening = {
      day: task.day,
      async happen(minute) {
        ref = await create(cast, task, minute);
      },
    };
    return [made, ...(task.then ?? []).map((act) => laterOn(cast, task, () => ref, act))];
  });
}

function laterOn(
  cast: Cast,
  task: Task,
  ref: () => string,
  act: NonNullable<Task['then']>[number],
): Happening {
  return {
    day: act.on,
    async happen(minute) {
      const context = contextOf(cast, colleague(cast, task.for), instantOn(cast, act.on, minute));
      if ('done' in act) await completeFollowUp(context, ref(), act.done);
      else if ('given' in act) {
        await assignFollowUp(context, ref(), { assignee: colleague(cast, act.given).ref, note: act.note });
      } else await snoozeFollowUp(context, ref(), dayOf(cast, act.snoozedUntil));
    },
  };
}

async function create(cast: Cast, task: Task, minute: number): Promise<string> {
  const { chance } = cast;
  const context = contextOf(cast, colleague(cast, task.by), instantOn(cast, task.day, minute));
  const made = await createFollowUp(context, {
    key: `${makeRef(chance.bytes)}${makeRef(chance.bytes)}`,
    title: task.title,
    assignee: colleague(cast, task.for).ref,
    due: dayOf(cast, task.due),
    priority: task.priority ?? 'normal',
    recurrence: task.recurrence ?? '',
    recursUntil: task.until === undefined ? '' : dayOf(cast, task.until),
    workAreas: task.areas,
    countries: ['TGO'],
    interaction: '',
  });
  if (made.outcome === 'refused') throw new Error(`The task “${task.title}” was not saved.`);
  return made.ref;
}

function colleague(cast: Cast, name: string): Actor {
  const found = cast.staff.find(({ actor }) => actor.email === `${name}@demo.example`);
  if (!found) throw new Error(`There is no colleague “${name}”.`);
  return found.actor;
}
