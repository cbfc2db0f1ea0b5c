import { formEntries } from '#app/domain/interactions/form-entries.ts';
import {
  blankAdvice,
  blankFollowUp,
  blankInteraction,
  blankParticipant,
} from '#app/domain/interactions/form.ts';
import type { Reader } from './reader.ts';

/** What a browser posts for a meeting with four people, two pieces of advice and two follow-ups. */
export function logForm(reader: Reader, now: Date): string {
  const day = (offset: number) => new Date(now.getTime() + offset * 86_400_000).toISOString().slice(0, 10);
  const start = { key: '{key}', today: day(-1), me: reader.ref, team: '' };
  const form = {
    ...blankInteraction(start),
    kind: 'meeting',
    countries: [reader.country],
    countriesChosen: 'yes',
    workAreas: ['legal_instruments', reader.workArea],
    instruments: ['OPCAT'],
    participants: reader.people.map((person, index) => ({
      ...blankParticipant(`p${index}`, 'person'),
      person,
    })),
    summary: 'Draft law on the preventive mechanism: seat, budget and immunity of members',
    notes:
      'The committee reads the draft in spring.\n\n- the seat stays open\n- the budget is to be a line of its own\n'.repeat(
        4,
      ),
    advice: [
      'Keep the immunity of members after their mandate.',
      'Give the mechanism a budget line of its own.',
    ].map((text) => ({ ...blankAdvice(), text, topic: 'npm_law' })),
    followUps: ['Send written comments on the draft', 'Call the adviser about the budget'].map(
      (title, index) => ({
        ...blankFollowUp(reader.ref, day(7 + index)),
        title,
      }),
    ),
  };
  const body = new URLSearchParams(formEntries(form));
  body.append('intent', 'save');
  return body.toString().replaceAll('%7Bkey%7D', '{key}');
}
