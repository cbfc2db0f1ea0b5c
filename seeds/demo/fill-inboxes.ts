import { completeFollowUp } from '#app/domain/follow-ups/complete-follow-up.server.ts';
import {
  blankFollowUp,
  blankInteraction,
  blankParticipant,
  type InteractionForm,
} from '#app/domain/interactions/form.ts';
import { logInteraction } from '#app/domain/interactions/log-interaction.server.ts';
import { parseInteraction } from '#app/domain/interactions/parse-interaction.ts';
import { makeRef } from '#app/domain/kernel/refs.ts';
import { mentionOf } from '#app/domain/mentions/mention.ts';
import { listInbox } from '#app/domain/notifications/list-inbox.server.ts';
import { readNotification } from '#app/domain/notifications/read-notification.server.ts';
import { listOpenFollowUps } from '#db/queries/follow-up-glances.ts';
import type { Actor } from '#db/visibility.ts';
import { contextOf, dayOf, instantOn, officersOf, type Cast } from './cast.ts';

interface Told {
  day: number;
  by: Actor;
  summary: string;
  notes: string;
  tasks?: readonly (readonly [title: string, whose: Actor, due: number])[];
  level?: InteractionForm['sensitivity'];
  readers?: readonly Actor[];
}

/** What colleagues told each other in the last days: the inboxes of the officer and the manager are at work. */
export async function fillInboxes(cast: Cast): Promise<void> {
  const [amina, helena, benoit, salimata] = officersOf(cast, 'west-africa');
  if (!amina || !helena || !benoit || !salimata) throw new Error('The West Africa team is too small.');
  for (const told of tellings(amina, helena, benoit, salimata)) await tellOf(cast, told);
  await completeOne(cast, salimata, amina);
  for (const reader of [amina, helena]) {
    const context = contextOf(cast, reader, cast.seed.now);
    const { lines } = await listInbox(context, '');
    // The oldest have been read already.
    for (const line of lines.slice(-2)) await readNotification(context, line.ref);
  }
}

function tellings(amina: Actor, helena: Actor, benoit: Actor, salimata: Actor): Told[] {
  return [
    {
      day: -6,
      by: benoit,
      summary: 'Call on the visiting programme of the first quarter',
      notes: `They plan eleven places and have cars for six. ${mentionOf(amina)} knows who lends the other two.`,
      tasks: [['Ask the delegation whether it lends a car again', helena, -1]],
    },
    {
      day: -3,
      by: helena,
      summary: 'Call before the steering committee of the prevention project',
      notes: 'The committee wants figures a week before, not on the day.',
      tasks: [
        ['Send the figures of the police training to the committee', amina, 1],
        ['Propose two speakers for the opening', benoit, 4],
      ],
    },
    {
      day: -2,
      by: salimata,
      summary: 'Talk on who will head the mechanism',
      notes: `Two names are spoken of. ${mentionOf(helena)}, please do not raise it before the council meets.`,
      level: 'restricted',
      readers: [helena],
      tasks: [['Draft a word to the minister on the appointment', helena, 2]],
    },
    {
      day: -1,
      by: benoit,
      summary: 'Call on the draft decree and its article on access at night',
      notes: `The article is back, word for word as ${mentionOf(amina)} had proposed it. ${mentionOf(helena)}: worth a line in the report.`,
      tasks: [['Check the French of article 9 against the law', amina, 0]],
    },
    {
      day: 0,
      by: amina,
      summary: 'Call with the ministry on the date of the round table',
      notes: `They hold to the second week. ${mentionOf(helena)} would open it.`,
      tasks: [['Confirm that you open the round table', helena, 5]],
    },
  ];
}

async function tellOf(cast: Cast, told: Told): Promise<void> {
  const [organisation] = cast.organisations.get('TGO') ?? [];
  if (!organisation) throw new Error('The demo has no organisation in Togo.');
  const { chance } = cast;
  const form: InteractionForm = {
    ...blankInteraction({
      key: `${makeRef(chance.bytes)}${makeRef(chance.bytes)}`,
      today: dayOf(cast, told.day),
      me: told.by.ref,
      team: '',
    }),
    kind: 'call',
    countries: ['TGO'],
    countriesChosen: 'yes',
    workAreas: ['preventive_mechanisms'],
    participants: [
      {
        ...blankParticipant('p0', 'organisation'),
        organisation: organisation.ref,
        name: organisation.name,
      },
    ],
    summary: told.summary,
    notes: told.notes,
    sensitivity: told.level ?? 'internal',
    readers: (told.readers ?? []).map(({ ref }) => ref),
    followUps: (told.tasks ?? []).map(([title, whose, due]) => ({
      ...blankFollowUp(whose.ref, dayOf(cast, due)),
      title,
    })),
  };
  const parsed = parseInteraction(form);
  if (!parsed.ok) throw new Error(`“${told.summary}” is not well formed: ${JSON.stringify(parsed.errors)}`);
  const context = contextOf(cast, told.by, instantOn(cast, told.day));
  const outcome = await logInteraction(context, parsed.input);
  if (outcome.outcome !== 'saved')
    throw new Error(`“${told.summary}” was not saved: ${JSON.stringify(outcome)}`);
}

/** A colleague does something that was the other's. */
async function completeOne(cast: Cast, by: Actor, whose: Actor): Promise<void> {
  const context = contextOf(cast, by, cast.seed.now);
  const due = { assigneeId: whose.accountId, dueUntil: dayOf(cast, 7), today: dayOf(cast, 0) };
  const open = await listOpenFollowUps(cast.seed.db, by, due, 20);
  const one = open.find((row) => row.level === 0 && row.author_id === whose.accountId);
  if (one) await completeFollowUp(context, one.ref, 'They called me first, so I settled it with them.');
}
