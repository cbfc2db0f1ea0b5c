import { blankInteraction, blankParticipant } from '#app/domain/interactions/form.ts';
import { cancelInteraction } from '#app/domain/interactions/cancel-interaction.server.ts';
import { logInteraction } from '#app/domain/interactions/log-interaction.server.ts';
import { parseInteraction } from '#app/domain/interactions/parse-interaction.ts';
import { rescheduleInteraction } from '#app/domain/interactions/reschedule-interaction.server.ts';
import { makeRef } from '#app/domain/kernel/refs.ts';
import type { Level } from '#db/levels.ts';
import { contextOf, dayOf, instantOn, type Cast } from './cast.ts';

interface Plan {
  day: number;
  /** Its last day, where it lasts several. */
  until?: number;
  /** On the clock of whoever entered it. */
  time?: string;
  iso3: string;
  by: string;
  with?: readonly string[];
  kind: string;
  area: string;
  summary: string;
  place?: string;
  level?: Level;
  /** Why it does not take place. */
  cancelled?: string;
  /** The day to which it was moved later. */
  movedTo?: number;
}

const plans: readonly Plan[] = [
  {
    day: 1,
    time: '09:30',
    iso3: 'TGO',
    by: 'officer',
    with: ['manager'],
    kind: 'meeting',
    area: 'legal_instruments',
    summary: 'Budget line of the mechanism: what the ministry can accept',
    place: 'Lomé',
  },
  {
    day: 5,
    until: 9,
    iso3: 'BEN',
    by: 'officer',
    with: ['manager'],
    kind: 'mission',
    area: 'preventive_mechanisms',
    summary: 'Mission to Benin: five days with the commission and three prisons',
    place: 'Cotonou and Porto-Novo',
  },
  {
    day: 6,
    time: '14:00',
    iso3: 'BEN',
    by: 'officer',
    kind: 'meeting',
    area: 'preventive_mechanisms',
    summary: 'Commission of Benin: first annual report of the mechanism',
    place: 'Cotonou',
  },
  {
    day: 3,
    time: '11:00',
    iso3: 'TUN',
    by: 'sami.bellagha',
    with: ['manager'],
    kind: 'meeting',
    area: 'preventive_mechanisms',
    summary: 'الهيئة الوطنية للوقاية من التعذيب: برنامج الزيارات للسنة القادمة',
    place: 'تونس',
  },
  {
    day: 7,
    time: '16:30',
    iso3: 'TGO',
    by: 'officer',
    kind: 'call',
    area: 'capacities',
    summary: 'Police school: dates of the second module',
    level: 'confidential',
  },
  {
    day: 9,
    time: '10:00',
    iso3: 'TGO',
    by: 'officer',
    with: ['manager'],
    kind: 'meeting',
    area: 'legal_instruments',
    summary: 'Law committee: reading of the draft, articles 1 to 12',
    cancelled: 'The committee sits on the budget that week',
  },
  {
    day: 12,
    time: '15:00',
    iso3: 'SEN',
    by: 'salimata.kone',
    kind: 'meeting',
    area: 'preventive_mechanisms',
    summary: 'Observer of places of detention: presentation of the toolkit',
    place: 'Dakar',
    movedTo: 13,
  },
  {
    day: 15,
    until: 17,
    time: '09:00',
    iso3: 'PER',
    by: 'outsider',
    kind: 'workshop',
    area: 'capacities',
    summary: 'Workshop on interviewing without coercion, three days',
    place: 'Lima',
  },
];

/** What the staff have planned for the next weeks: by the hour, over several days, moved, cancelled. Answers how many. */
export async function planAhead(cast: Cast): Promise<number> {
  for (const [index, plan] of plans.entries()) await enter(cast, plan, index);
  return plans.length;
}

async function enter(cast: Cast, plan: Plan, index: number): Promise<void> {
  const { chance } = cast;
  const actor = actorNamed(cast, plan.by);
  const context = contextOf(cast, actor, instantOn(cast, -2, 30 + index));
  const body = cast.organisations.get(plan.iso3)?.[0];
  if (!body) throw new Error(`The demo data knows no organisation in ${plan.iso3}.`);
  const parsed = parseInteraction({
    ...blankInteraction({
      key: `${makeRef(chance.bytes)}${makeRef(chance.bytes)}`,
      today: dayOf(cast, plan.day),
      me: actor.ref,
      team: '',
    }),
    endDate: plan.until === undefined ? '' : dayOf(cast, plan.until),
    time: plan.time ?? '',
    kind: plan.kind,
    place: plan.place ?? '',
    countries: [plan.iso3],
    countriesChosen: 'yes',
    workAreas: [plan.area],
    participants: [{ ...blankParticipant('p0', 'organisation'), organisation: body.ref, name: body.name }],
    staff: [actor.ref, ...(plan.with ?? []).map((name) => actorNamed(cast, name).ref)],
    summary: plan.summary,
    sensitivity: plan.level ?? 'internal',
  });
  if (!parsed.ok)
    throw new Error(`The demo plan “${plan.summary}” is not well formed: ${JSON.stringify(parsed.errors)}`);
  const saved = await logInteraction(context, parsed.input);
  if (saved.outcome !== 'saved') throw new Error(`The demo plan “${plan.summary}” was not saved.`);
  if (plan.cancelled) await cancelInteraction(context, saved.ref, plan.cancelled);
  if (plan.movedTo !== undefined) {
    const date = dayOf(cast, plan.movedTo);
    await rescheduleInteraction(context, saved.ref, {
      version: '1',
      date,
      time: plan.time ?? '',
      zone: actor.zone,
    });
  }
}

function actorNamed({ staff }: Cast, name: string) {
  const found = staff.find(({ actor }) => actor.email === `${name}@demo.example`);
  if (!found) throw new Error(`Nobody of the demo staff is called ${name}.`);
  return found.actor;
}
