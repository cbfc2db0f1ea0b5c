import { describe, expect, it } from 'vitest';
import {
  changeForm,
  changeOfIntent,
  partnerTokens,
  type FormChange,
} from '#app/domain/interactions/change-form.ts';
import { formEntries, isWorthKeeping } from '#app/domain/interactions/form-entries.ts';
import { blankAdvice, blankInteraction, type InteractionForm } from '#app/domain/interactions/form.ts';
import { readInteractionForm } from '#app/domain/interactions/read-form.ts';
import { readHeadcount, readLine } from '#app/domain/interactions/participant-text.ts';
import { placeNewcomers } from '#app/domain/interactions/place-newcomers.ts';
import { FormFields } from '#app/domain/kernel/form-fields.ts';
import { newParticipant } from '#app/domain/partners/suggestion.ts';

const setting = { me: 'me', today: '2026-11-24' };
const blank = blankInteraction({ key: 'key0000000', today: '2026-11-24', me: 'me', team: '' });
const after = (form: InteractionForm, ...changes: FormChange[]) =>
  changes.reduce((before, change) => changeForm(before, change, setting), form);

const ministry = newParticipant('organisation', {
  organisation: 'moj',
  name: 'Ministry of Justice',
  country: 'TGO',
});
const afi = newParticipant('person', {
  person: 'afi',
  organisation: 'moj',
  name: 'Afi Mensah',
  country: 'TGO',
});
const add = (
  ...participants: Extract<FormChange, { type: 'add-participants' }>['participants']
): FormChange => ({
  type: 'add-participants',
  participants,
});

describe('countries', () => {
  it('follow from the partners until somebody chooses them', () => {
    const ngo = newParticipant('organisation', { organisation: 'ngo', name: 'An NGO', country: 'BEN' });
    const followed = after(blank, add(ministry, ngo));
    expect(followed.countries).toEqual(['TGO', 'BEN']);
    expect(after(followed, { type: 'remove-participant', key: 'p2' }).countries).toEqual(['TGO']);
    const chosen = after(followed, { type: 'choose', field: 'countries', values: ['SEN'] });
    expect(after(chosen, { type: 'remove-participant', key: 'p1' }).countries).toEqual(['SEN']);
  });
});

describe('participants', () => {
  it('are added once, with a key of their own', () => {
    const form = after(blank, add(ministry), add(ministry, afi));
    expect(form.participants.map(({ key, name }) => [key, name])).toEqual([
      ['p1', 'Ministry of Justice'],
      ['p2', 'Afi Mensah'],
    ]);
    expect(partnerTokens(form)).toEqual(['organisation:moj', 'person:afi']);
  });

  it('preselect restricted when one is at risk, and never open what was closed more', () => {
    const atRisk = { ...afi, atRisk: true };
    expect(after(blank, add(atRisk)).sensitivity).toBe('restricted');
    expect(after({ ...blank, sensitivity: 'sealed' }, add(atRisk)).sensitivity).toBe('sealed');
    expect(after(blank, add(afi)).sensitivity).toBe('internal');
  });

  it('that were saved are marked when taken out, others vanish', () => {
    const form = after(blank, add(ministry, afi));
    const saved = {
      ...form,
      participants: form.participants.map((row, n) => ({ ...row, ref: n === 0 ? 'saved' : '' })),
    };
    const left = after(
      saved,
      { type: 'remove-participant', key: 'p1' },
      { type: 'remove-participant', key: 'p2' },
    );
    expect(left.participants.map(({ ref, remove }) => [ref, remove])).toEqual([['saved', 'yes']]);
    expect(left.countries).toEqual([]);
  });

  it('who are new belong to the organisation that took part', () => {
    const form = after(blank, add(ministry));
    const [newcomer] = placeNewcomers(form, [newParticipant('new-person', { name: 'Esso Tossou' })]);
    expect(newcomer).toMatchObject({ organisation: 'moj', organisationName: 'Ministry of Justice' });
  });
});

describe('rows', () => {
  it('begin with what is likely: me, a week from the date, the first partner, the topic before', () => {
    const form = after(blank, add(ministry), { type: 'add-follow-up' }, { type: 'add-commitment' });
    expect(form.followUps[0]).toMatchObject({ assignee: 'me', due: '2026-12-01' });
    expect(form.commitments[0]?.by).toBe('organisation:moj');
    const future = after({ ...blank, date: '2026-12-24' }, { type: 'add-follow-up' });
    expect(future.followUps[0]?.due).toBe('2026-12-31');
    const unreadable = after({ ...blank, date: '31 February' }, { type: 'add-follow-up' });
    expect(unreadable.followUps[0]?.due).toBe('2026-12-01');
    const advice = after(
      { ...blank, advice: [{ ...blankAdvice(), topic: 'npm_law' }] },
      { type: 'add-advice' },
    );
    expect(advice.advice[1]?.topic).toBe('npm_law');
  });

  it('of advice bring their instrument to the meeting', () => {
    const form = after(
      blank,
      { type: 'add-advice' },
      { type: 'change-advice', index: 0, patch: { instrument: 'OPCAT' } },
    );
    expect(form.instruments).toEqual(['OPCAT']);
  });

  it('are changed by the same words with script and without', () => {
    expect(changeOfIntent('add-advice')).toEqual({ type: 'add-advice' });
    expect(changeOfIntent('remove-follow-up:1')).toEqual({ type: 'remove-follow-up', index: 1 });
    expect(changeOfIntent('keep-advice:0')).toEqual({
      type: 'change-advice',
      index: 0,
      patch: { remove: '' },
    });
    expect(changeOfIntent('save')).toBeUndefined();
    const hostile = changeOfIntent('remove-advice:__proto__');
    expect(hostile && after({ ...blank, advice: [blankAdvice()] }, hostile).advice).toHaveLength(1);
  });
});

describe('the form as fields', () => {
  it('reads back as it was', () => {
    const form = after(blank, add(ministry, afi), { type: 'add-advice' }, { type: 'add-follow-up' });
    const full = { ...form, workAreas: ['tools', 'capacities'], notes: 'one\ntwo' };
    expect(readInteractionForm(new FormFields(formEntries(full)))).toEqual(full);
  });

  it('is kept once something was typed or picked', () => {
    expect(isWorthKeeping(blank)).toBe(false);
    expect(isWorthKeeping({ ...blank, summary: 'A word' })).toBe(true);
    expect(isWorthKeeping(after(blank, add(ministry)))).toBe(true);
  });
});

describe('lines', () => {
  it('are read as groups, names, posts and organisations', () => {
    expect(readHeadcount('12 police trainers, 5 women')).toEqual({
      headcount: '12',
      women: '5',
      name: 'police trainers',
    });
    expect(readHeadcount('30 judges')).toEqual({ headcount: '30', women: '', name: 'judges' });
    expect(readHeadcount('Afi Mensah')).toBeUndefined();
    expect(readLine('- Afi Mensah, Adviser')).toEqual({
      name: 'Afi Mensah',
      title: 'Adviser',
      organisation: '',
    });
    expect(readLine('Afi Mensah (MoJ)')).toEqual({ name: 'Afi Mensah', title: '', organisation: 'MoJ' });
    expect(readLine('Mawuli Tetteh, Judge, Court of Lomé')).toEqual({
      name: 'Mawuli Tetteh',
      title: 'Judge',
      organisation: 'Court of Lomé',
    });
  });
});
