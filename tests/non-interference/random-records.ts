import {
  blankAdvice,
  blankCommitment,
  blankFollowUp,
  type InteractionForm,
} from '#app/domain/interactions/form.ts';
import { addDays } from '#app/domain/kernel/fields.ts';
import { today, type Context } from '#app/domain/kernel/context.ts';
import { LEVELS } from '#db/levels.ts';
import { setRandomObjectives } from './random-objectives.ts';
import { attached } from '../attach.ts';
import { actOnAdvice } from './act-on-advice.ts';
import { actOnFollowUps } from './act-on-follow-ups.ts';
import { tellEverybody } from './random-notifications.ts';
import { logged, meetingForm, seededBytes, type World } from '../world.ts';

const AUTHORS = ['officer', 'colleague', 'manager', 'writer', 'outsider'];
const KINDS = ['meeting', 'call', 'training', 'letter'];
const AREAS = ['legal_instruments', 'preventive_mechanisms', 'capacities', 'tools'];
const COUNTRIES = ['TGO', 'BEN', 'PER', 'ALB'];

/** Draws of one seed: the same records every time it is run. */
export class Draw {
  readonly #bytes: (length: number) => Uint8Array;
  constructor(seed: number) {
    this.#bytes = seededBytes(`records ${seed}`);
  }
  below(most: number): number {
    const [a = 0, b = 0] = this.#bytes(2);
    return (a * 256 + b) % most;
  }
  chance(percent: number): boolean {
    return this.below(100) < percent;
  }
  one<T>(choices: readonly T[]): T {
    const chosen = choices[this.below(choices.length)];
    if (chosen === undefined) throw new Error('Nothing to draw from.');
    return chosen;
  }
  some<T>(choices: readonly T[], percent: number): T[] {
    return choices.filter(() => this.chance(percent));
  }
}

/** Fills the world with people and interactions of every level, logged by colleagues of several teams. */
export async function logRandomRecords(world: World, seed: number, interactions: number): Promise<void> {
  const draw = new Draw(seed);
  const contexts = await Promise.all(AUTHORS.map((name) => world.as(name)));
  const organisations = [world.ministry, world.league, world.defensoria];
  const people: { ref: string; context: Context }[] = [];
  for (let index = 0; index < 14; index += 1) {
    const context = draw.one(contexts);
    const level = draw.one(LEVELS);
    const person = await world.addPerson(context, {
      name: `${draw.one(['Ama', 'Kofi', 'Rosa', 'Ilir'])} ${draw.one(['Mensah', 'Quispe', 'Hoxha', 'Tossou'])} ${index}`,
      level,
      atRisk: draw.chance(20),
      owningTeamId: draw.chance(50) ? (context.actor.teamIds[0] ?? null) : null,
      readerIds: draw.some(contexts, 30).map((one) => one.actor.accountId),
      positions: [
        {
          organisationId: draw.one(organisations).id,
          title: 'Earlier post',
          fromOn: '2015-01-01',
          untilOn: '2019-12-31',
        },
        { organisationId: draw.one(organisations).id, title: `Post ${index}`, fromOn: '2020-01-01' },
      ],
    });
    people.push({ ref: person.ref, context });
  }
  for (let index = 0; index < interactions; index += 1) {
    const context = draw.one(contexts);
    const form = randomForm(draw, context, contexts, organisations, people, index);
    const ref = await logged(context, form);
    if (draw.chance(35)) await bringFiles(draw, context, ref, form.sensitivity === 'sealed');
  }
  await setRandomObjectives(draw, contexts, organisations, people);
  await actOnFollowUps(world, contexts);
  await actOnAdvice(world, contexts);
  await tellEverybody(world, draw, seed, contexts);
}

/** Files on a meeting and on the advice given in it, some of them the same as on other records. */
async function bringFiles(draw: Draw, context: Context, ref: string, sealed: boolean): Promise<void> {
  const bytes = draw.chance(50) ? 'The same words on many records' : `Only beside ${ref}`;
  await attached(context, { kind: 'interaction', ref }, { name: `beside ${ref}.txt`, bytes, sealed });
  const step = await context.db
    .selectFrom('advice_step')
    .innerJoin('advice', 'advice.id', 'advice_step.advice_id')
    .innerJoin('interaction', 'interaction.id', 'advice.interaction_id')
    .select('advice_step.ref')
    .where('interaction.ref', '=', ref)
    .executeTakeFirst();
  if (!step) return;
  const evidence = { name: `proof of ${ref}.txt`, bytes: 'Published in the gazette', sealed };
  await attached(context, { kind: 'advice_step', ref: step.ref }, evidence);
}

function randomForm(
  draw: Draw,
  context: Context,
  contexts: Context[],
  organisations: { ref: string }[],
  people: { ref: string; context: Context }[],
  index: number,
): InteractionForm {
  const own = people.filter((person) => person.context === context).map((person) => ({ person: person.ref }));
  const partners = [...draw.some(own, 50), { organisation: draw.one(organisations).ref }];
  const staff = draw.some(contexts, 25);
  const readers = draw.some(contexts, 25);
  const sensitivity = draw.one(LEVELS);
  const countries = draw.some(COUNTRIES, 35);
  const date = addDays(today(context), draw.chance(10) ? 5 : -draw.below(400));
  // The author may always be given something to do; others only where everybody reads.
  const assignee = draw.one(sensitivity === 'internal' ? contexts : [context]).actor.ref;
  return meetingForm(context, partners, {
    date,
    kind: draw.one(KINDS),
    summary: `Secret subject ${index} of level ${sensitivity}`,
    notes: `What was said in meeting ${index}`,
    workAreas: [draw.one(AREAS), ...draw.some(AREAS, 20)].filter((area, at, all) => all.indexOf(area) === at),
    instruments: draw.some(['OPCAT', 'CAT'], 40),
    countries,
    countriesChosen: 'yes',
    sensitivity,
    staff: staff.map((one) => one.actor.ref),
    readers: readers.map((one) => one.actor.ref),
    assessment: draw.chance(40) ? `Our own reading ${index}` : '',
    assessmentReaders: draw.some(contexts, 15).map((one) => one.actor.ref),
    advice:
      date <= today(context) && draw.chance(60)
        ? [
            {
              ...blankAdvice(),
              text: `Advice of meeting ${index}`,
              topic: 'npm_law',
              instrument: draw.one(['OPCAT', '']),
            },
          ]
        : [],
    commitments: draw.chance(40)
      ? [
          {
            ...blankCommitment(),
            text: `Promise of meeting ${index}`,
            by: draw.one(['us', '']),
            due: addDays(date, 30),
          },
        ]
      : [],
    followUps: draw.chance(60)
      ? [{ ...blankFollowUp(assignee, addDays(date, 14)), title: `Follow-up of meeting ${index}` }]
      : [],
  });
}
