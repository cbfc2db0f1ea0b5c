import { expect, it } from 'vitest';
import {
  blankAdvice,
  blankFollowUp,
  blankInteraction,
  type InteractionForm,
} from '#app/domain/interactions/form.ts';
import { parseInteraction } from '#app/domain/interactions/parse-interaction.ts';

const form = (rest: Partial<InteractionForm> = {}): InteractionForm => ({
  ...blankInteraction({ key: 'a submission key', today: '2026-11-24', me: 'me', team: '' }),
  kind: 'meeting',
  summary: 'A meeting',
  workAreas: ['legal_instruments'],
  ...rest,
});

const errorsOf = (rest: Partial<InteractionForm>) => {
  const parsed = parseInteraction(form(rest));
  return parsed.ok ? {} : parsed.errors;
};

it('takes a form with what is required', () => {
  expect(parseInteraction(form()).ok).toBe(true);
});

it('says in words what is missing', () => {
  expect(errorsOf({ kind: '', date: '', summary: '  ', workAreas: [] })).toEqual({
    kind: 'Choose the kind of interaction.',
    date: 'Enter the date of the interaction.',
    summary: 'Write a summary in one line.',
    workAreas: 'Choose at least one work area.',
  });
});

it.each(['2026-02-31', '9999-01-01', '1e999', 'NaN', '24/11/2026', '20261-1-1'])(
  'refuses the date %s',
  (date) => {
    expect(errorsOf({ date })['date']).toMatch(/date/i);
  },
);

it.each(['9007199254740993', '-1', '1.5', '1e9', 'NaN'])('refuses the headcount %s', (headcount) => {
  const participant = { ...form().participants[0], kind: 'group', key: 'p1', headcount, women: '' } as never;
  expect(errorsOf({ participants: [participant] })).not.toEqual({});
});

it('refuses what cannot be kept as typed, and text that reads otherwise than it is stored', () => {
  expect(errorsOf({ summary: 'a\0b' })['summary']).toMatch(/cannot be kept/);
  expect(errorsOf({ summary: 'a\uD800b' })['summary']).toMatch(/cannot be kept/);
  expect(errorsOf({ summary: 'abc\u202Etxt.exe' })['summary']).toMatch(/invisible/);
  expect(errorsOf({ summary: 'zero\u200Bwidth' })['summary']).toMatch(/invisible/);
  expect(errorsOf({ summary: 'می‌خواهم' })).toEqual({});
});

it('refuses ten megabytes of notes and a name of a million characters, with words', () => {
  expect(errorsOf({ notes: 'x'.repeat(10_000_000) })['notes']).toMatch(/at most/);
  expect(errorsOf({ summary: 'x'.repeat(1_000_000) })['summary']).toMatch(/at most/);
});

it('keeps the place of a faulty row though blank rows before it are passed over', () => {
  const blank = blankAdvice();
  const errors = errorsOf({
    advice: [blank, { ...blank, text: 'x'.repeat(30_000) }],
    followUps: [blankFollowUp('', ''), { ...blankFollowUp('', '2026-13-01'), title: 'Call' }],
  });
  expect(Object.keys(errors).sort()).toEqual(['advice.1.text', 'followUps.1.assignee', 'followUps.1.due']);
});
