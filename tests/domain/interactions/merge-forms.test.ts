import { expect, it } from 'vitest';
import {
  blankAdvice,
  blankFollowUp,
  blankInteraction,
  type InteractionForm,
} from '#app/domain/interactions/form.ts';
import { mergeForms, takeTheirs } from '#app/domain/interactions/merge-forms.ts';

const base: InteractionForm = {
  ...blankInteraction({ key: 'key0000000', today: '2026-11-24', me: 'me', team: 'team' }),
  version: '1',
  summary: 'As it was',
  countries: ['TGO', 'BEN'],
  advice: [{ ...blankAdvice(), ref: 'a1', text: 'Keep immunity' }],
  followUps: [{ ...blankFollowUp('me', '2026-12-01'), ref: 'f1', title: 'Send comments' }],
};
const theirs = (changed: Partial<InteractionForm>): InteractionForm => ({
  ...base,
  version: '2',
  ...changed,
});
const mine = (changed: Partial<InteractionForm>): InteractionForm => ({ ...base, ...changed });
const adviceSaying = (text: string, rest = {}) => [{ ...base.advice[0]!, text, ...rest }];

it('keeps what each wrote in different fields, and saves on top of the newer version', () => {
  const merged = mergeForms(base, mine({ place: 'Lomé' }), theirs({ notes: 'Their notes' }));
  expect(merged.conflicts).toEqual([]);
  expect(merged.form).toMatchObject({ place: 'Lomé', notes: 'Their notes', version: '2' });
});

it('asks about the same field, and about nothing else', () => {
  const merged = mergeForms(base, mine({ summary: 'Mine', place: 'Lomé' }), theirs({ summary: 'Theirs' }));
  expect(merged.conflicts).toEqual([{ field: 'summary', mine: 'Mine', theirs: 'Theirs' }]);
  expect(takeTheirs(merged.form, theirs({ summary: 'Theirs' }), ['summary'])).toMatchObject({
    summary: 'Theirs',
    place: 'Lomé',
  });
});

it('does not ask when both wrote the same', () => {
  expect(mergeForms(base, mine({ summary: 'Same' }), theirs({ summary: 'Same' })).conflicts).toEqual([]);
});

it('takes both additions and both removals of a list', () => {
  const merged = mergeForms(
    base,
    mine({ countries: ['TGO', 'SEN'] }),
    theirs({ countries: ['TGO', 'BEN', 'GHA'] }),
  );
  expect(merged.form.countries).toEqual(['TGO', 'GHA', 'SEN']);
});

it('merges rows by ref: each field of a row, rows added by either, rows taken out', () => {
  const added = { ...blankFollowUp('me', '2026-12-08'), title: 'Mine, new' };
  const another = { ...blankFollowUp('them', '2026-12-09'), ref: 'f2', title: 'Theirs, new' };
  const merged = mergeForms(
    base,
    mine({ followUps: [{ ...base.followUps[0]!, due: '2026-12-05' }, added] }),
    theirs({ followUps: [{ ...base.followUps[0]!, title: 'Send all comments' }, another] }),
  );
  expect(merged.conflicts).toEqual([]);
  expect(merged.form.followUps.map(({ ref, title, due }) => [ref, title, due])).toEqual([
    ['f1', 'Send all comments', '2026-12-05'],
    ['f2', 'Theirs, new', '2026-12-09'],
    ['', 'Mine, new', '2026-12-08'],
  ]);
});

it('asks about the same field of the same row', () => {
  const saved = theirs({ advice: adviceSaying('Theirs') });
  const merged = mergeForms(base, mine({ advice: adviceSaying('Mine') }), saved);
  expect(merged.conflicts).toEqual([{ field: 'advice.0.text', mine: 'Mine', theirs: 'Theirs' }]);
  expect(takeTheirs(merged.form, saved, ['advice.0.text']).advice[0]?.text).toBe('Theirs');
});

it('loses no words to a removal', () => {
  const removed = mergeForms(base, mine({ advice: adviceSaying('Mine') }), theirs({ advice: [] }));
  expect(removed.form.advice).toEqual([{ ...base.advice[0], ref: '', text: 'Mine' }]);
  const untouched = mergeForms(base, mine({}), theirs({ advice: [] }));
  expect(untouched.form.advice).toEqual([]);
  const changed = mergeForms(
    base,
    mine({ advice: adviceSaying('Keep immunity', { remove: 'yes' }) }),
    theirs({ advice: adviceSaying('Theirs') }),
  );
  expect(changed.form.advice[0]).toMatchObject({ text: 'Theirs', remove: '' });
});

it('without a base asks about every difference', () => {
  const merged = mergeForms(undefined, mine({ place: 'Lomé' }), theirs({ notes: 'Theirs' }));
  expect(merged.conflicts.map(({ field }) => field)).toEqual(['place', 'notes']);
});

it('ignores choices of fields that are none', () => {
  expect(
    takeTheirs(base, theirs({}), ['__proto__', 'advice.9.text', 'advice.0.constructor', 'nope']),
  ).toEqual(base);
});
