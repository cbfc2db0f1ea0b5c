import type { FormErrors, FormFields } from '../kernel/form-fields.ts';
import type { Context } from '../kernel/context.ts';
import type { Named } from './form-choices.ts';
import type { InteractionForm } from './form.ts';
import { LOOKED_UP, lookUpChoices } from './look-up-choices.server.ts';

export interface LookedUpForm {
  form: InteractionForm;
  /** By field: what was looked up, and what there is of that name. */
  lookups: Record<string, { query: string; found: Named[] }>;
  /** A save has to wait until somebody says which is meant. */
  errors: FormErrors;
}

/**
 * Names typed where no script picks them: countries, instruments, colleagues, and the countries of a row. The only
 * one of that name is taken; of several, and of none, the page asks.
 */
export async function takeLookups(
  context: Context,
  form: InteractionForm,
  fields: FormFields,
): Promise<LookedUpForm> {
  const looked: LookedUpForm = { form, lookups: {}, errors: {} };
  for (const list of LOOKED_UP) {
    const only = await lookUp(context, fields, list, list, looked);
    if (only === undefined) continue;
    const chosen = list === 'countries' ? { countriesChosen: 'yes' } : {};
    looked.form = { ...looked.form, ...chosen, [list]: joined(looked.form[list], only) };
  }
  for (const list of ['advice', 'commitments', 'followUps'] as const) {
    for (const [index, row] of form[list].entries()) {
      const only = await lookUp(context, fields, `${list}.${index}.countries`, 'countries', looked);
      if (only === undefined) continue;
      const rows = looked.form[list].map((one, place) =>
        place === index ? { ...one, countries: joined(row.countries, only) } : one,
      );
      looked.form = { ...looked.form, [list]: rows };
    }
  }
  return looked;
}

const joined = (values: readonly string[], value: string): string[] => [...new Set([...values, value])];

/** The only one of the name that was typed into a field; otherwise undefined, and the question is noted. */
async function lookUp(
  context: Context,
  fields: FormFields,
  field: string,
  list: (typeof LOOKED_UP)[number],
  looked: LookedUpForm,
): Promise<string | undefined> {
  const query = fields.one(`${field}.query`).trim();
  if (query === '') return undefined;
  const found = await lookUpChoices(context, list, query);
  const [only, another] = found;
  if (only && !another) return only.value;
  looked.lookups[field] = { query, found };
  looked.errors[field] = only
    ? `Choose which “${query}” you mean.`
    : `Nothing is called “${query}”. Write another name.`;
  return undefined;
}
