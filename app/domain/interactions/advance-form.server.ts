import type { FormErrors, FormFields } from '../kernel/form-fields.ts';
import { today, type Context } from '../kernel/context.ts';
import type { LineMatch, PartnerSuggestion } from '../partners/suggestion.ts';
import { changeForm, changeOfIntent, type FormChange } from './change-form.ts';
import { isCalendarDay } from '../kernel/fields.ts';
import {
  nameOrganisations,
  partnersOf,
  refreshPositions,
  similarTo,
  takeLines,
  takeMatches,
} from './fill-participants.server.ts';
import type { Named } from './form-choices.ts';
import type { InteractionForm } from './form.ts';
import { readInteractionForm } from './read-form.ts';
import { placeNewcomers } from './place-newcomers.ts';
import { takeLookups } from './take-lookups.server.ts';

/** The form after the button that was pressed, and what the page must show because of it. */
export interface Advanced {
  form: InteractionForm;
  /** True where the button was one that saves, and nothing is left to be answered first. */
  ready: boolean;
  errors: FormErrors;
  matches: LineMatch[];
  similar: Record<string, PartnerSuggestion[]>;
  lookups: Record<string, { query: string; found: Named[] }>;
  focus: string;
}

const SAVING = ['save', 'save-and-new', 'save-as-new', ''];

/**
 * Does what the buttons of the page do where no script runs: adds and removes rows, finds out who is meant, looks
 * names up. Text that was typed and not picked is looked up whatever was pressed, so that nothing typed is passed over.
 */
export async function advanceForm(context: Context, fields: FormFields): Promise<Advanced> {
  const intent = fields.one('intent');
  const setting = { me: context.actor.ref, today: today(context) };
  const posted = withOwnCountries(readInteractionForm(fields));
  const asOf = fields.one('positionsOn');
  const moved = asOf !== '' && asOf !== posted.date && isCalendarDay(posted.date);
  const dated = moved ? await refreshPositions(context, posted) : posted;
  const matched = await takeMatches(context, dated, fields, setting);
  const lines = [...unanswered(fields), fields.one('participants.query')].join('\n');
  const lined = await takeLines(context, matched, lines, setting);
  const looked = await takeLookups(context, lined.form, fields);
  const used = await useDuplicate(context, looked.form, intent);
  const change = changeOfIntent(intent);
  const form = await nameOrganisations(context, change ? changeForm(used, change, setting) : used);
  const similar = await similarTo(context, form);
  const unseen = form.participants.filter(({ key, confirmed }) => similar[key] && confirmed === '');
  const errors = {
    ...lineErrors(lined.open),
    ...looked.errors,
    ...duplicateErrors(
      form,
      unseen.map(({ key }) => key),
    ),
  };
  const saving = SAVING.includes(intent);
  return {
    form: { ...form, participants: form.participants.map((row) => (similar[row.key] ? seen(row) : row)) },
    ready: saving && Object.keys(errors).length === 0,
    errors: saving ? errors : {},
    matches: lined.open,
    similar,
    lookups: looked.lookups,
    focus: focusAfter(form, change, intent),
  };
}

/** Lines that were asked about and not answered are asked about again. */
function unanswered(fields: FormFields): string[] {
  return fields
    .rows('match')
    .flatMap((row) => (fields.one(`${row}.choice`) === '' ? [fields.one(`${row}.line`)] : []));
}

const seen = <Row extends { confirmed: string }>(row: Row): Row => ({
  ...row,
  confirmed: row.confirmed || 'seen',
});

/** Without script countries are ticked and unticked: others than the partners' have been chosen by hand. */
function withOwnCountries(form: InteractionForm): InteractionForm {
  if (form.countriesChosen === 'yes') return form;
  const followed = new Set(
    form.participants.flatMap(({ country, remove }) => (country && !remove ? [country] : [])),
  );
  const same = followed.size === form.countries.length && form.countries.every((code) => followed.has(code));
  return same ? form : { ...form, countriesChosen: 'yes' };
}

/** "use-similar:<key>:<token>": the partner with such a name takes the place of the new one. */
async function useDuplicate(
  context: Context,
  form: InteractionForm,
  intent: string,
): Promise<InteractionForm> {
  const match = /^(use-similar|add-anyway):([\w-]+):?(.*)$/.exec(intent);
  if (!match) return form;
  const [, act, key = '', token = ''] = match;
  if (act === 'add-anyway') {
    const participants = form.participants.map((row) =>
      row.key === key ? { ...row, confirmed: 'yes' } : row,
    );
    return { ...form, participants };
  }
  const partner = (await partnersOf(context, [token], form.date)).get(token);
  if (!partner) return form;
  const setting = { me: context.actor.ref, today: today(context) };
  const without = changeForm(form, { type: 'remove-participant', key }, setting);
  return changeForm(
    without,
    { type: 'add-participants', participants: placeNewcomers(without, [partner.participant]) },
    setting,
  );
}

function lineErrors(open: readonly LineMatch[]): FormErrors {
  return open.length === 0 ? {} : { participants: 'Say who is meant by each name, then save again.' };
}

function duplicateErrors(form: InteractionForm, keys: readonly string[]): FormErrors {
  return Object.fromEntries(
    form.participants.flatMap((row, index) =>
      keys.includes(row.key)
        ? [
            [
              `participants.${index}.name`,
              `Is ${row.name} somebody who is known already? Use the one below, or save again to add a new one.`,
            ],
          ]
        : [],
    ),
  );
}

function focusAfter(form: InteractionForm, change: FormChange | undefined, intent: string): string {
  if (change?.type === 'add-advice') return `advice.${form.advice.length - 1}.text`;
  if (change?.type === 'add-commitment') return `commitments.${form.commitments.length - 1}.text`;
  if (change?.type === 'add-follow-up') return `followUps.${form.followUps.length - 1}.title`;
  if (change?.type === 'grant-mention' || change?.type === 'leave-mention') return 'notes';
  return intent.startsWith('find:') ? intent.slice('find:'.length) : 'participants';
}
