import {
  blankAdvice,
  blankCommitment,
  blankFollowUp,
  blankInteraction,
  blankParticipant,
  type InteractionForm,
  type ParticipantRow,
} from '#app/domain/interactions/form.ts';
import { logInteraction } from '#app/domain/interactions/log-interaction.server.ts';
import { parseInteraction } from '#app/domain/interactions/parse-interaction.ts';
import { makeRef } from '#app/domain/kernel/refs.ts';
import { contextOf, dayOf, instantOn, type Cast, type Entry } from './cast.ts';

/** Logs the entry as its author would, through the form. Answers the interaction's ref. */
export async function logEntry(cast: Cast, entry: Entry, onDay: number, minute: number): Promise<string> {
  const parsed = parseInteraction(formOf(cast, entry));
  if (!parsed.ok)
    throw new Error(`The demo entry “${entry.summary}” is not well formed: ${JSON.stringify(parsed.errors)}`);
  const outcome = await logInteraction(
    contextOf(cast, entry.actor, instantOn(cast, onDay, minute)),
    parsed.input,
  );
  if (outcome.outcome !== 'saved')
    throw new Error(`The demo entry “${entry.summary}” was not saved: ${JSON.stringify(outcome)}`);
  return outcome.ref;
}

function formOf(cast: Cast, entry: Entry): InteractionForm {
  const { reference, chance } = cast;
  const date = dayOf(cast, entry.day);
  const start = {
    key: `${makeRef(chance.bytes)}${makeRef(chance.bytes)}`,
    today: date,
    me: entry.actor.ref,
    team: '',
  };
  const main = entry.partners[0]?.organisation.ref ?? '';
  const due = (day: number | null) => (day === null ? '' : dayOf(cast, day));
  return {
    ...blankInteraction(start),
    kind: entry.kind,
    place: entry.place,
    attribution: entry.attribution,
    countries: entry.iso3 === '' ? [] : [entry.iso3],
    countriesChosen: 'yes',
    workAreas: [...entry.areas],
    instruments: [...entry.instruments],
    participants: participantsOf(entry),
    staff: entry.staff,
    summary: entry.summary,
    notes: entry.notes,
    assessment: entry.assessment,
    sensitivity: entry.level,
    readers: entry.readers,
    advice: entry.advice.map(({ advice: [topic, text, code = '', article = ''] }) => {
      const instrument = reference.findInstrument(code);
      const known = instrument && article !== '' && reference.findProvision(instrument.id, article);
      return {
        ...blankAdvice(),
        topic,
        text,
        instrument: instrument ? code : '',
        provision: known ? `${code}/${article}` : '',
      };
    }),
    commitments: [
      ...entry.theirs.map(([text, day]) => ({
        ...blankCommitment(),
        text,
        by: `organisation:${main}`,
        due: due(day),
      })),
      ...entry.ours.map(([text, day]) => ({ ...blankCommitment(), text, by: 'us', due: due(day) })),
    ],
    followUps: entry.tasks.map(([title, day]) => ({ ...blankFollowUp(entry.actor.ref, due(day)), title })),
  };
}

function participantsOf({ partners, group }: Entry): ParticipantRow[] {
  const rows: ParticipantRow[] = [];
  const add = (row: Partial<ParticipantRow> & Pick<ParticipantRow, 'kind'>) =>
    rows.push({ ...blankParticipant(`p${rows.length}`, row.kind), ...row });
  for (const { organisation, people } of partners) {
    for (const person of people)
      add({ kind: 'person', person: person.ref, name: person.name, organisation: organisation.ref });
    if (people.length === 0)
      add({ kind: 'organisation', organisation: organisation.ref, name: organisation.name });
  }
  const main = partners[0]?.organisation.ref;
  if (group && main) {
    add({
      kind: 'group',
      organisation: main,
      name: group.label,
      headcount: String(group.headcount),
      women: String(group.women),
    });
  }
  return rows;
}
