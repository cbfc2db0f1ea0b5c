import { advanceForm, type Advanced } from '#app/domain/interactions/advance-form.server.ts';
import { editInteraction } from '#app/domain/interactions/edit-interaction.server.ts';
import { digestOf } from '#app/domain/interactions/form-digest.server.ts';
import type { InteractionForm } from '#app/domain/interactions/form.ts';
import { mergeForms, takeTheirs } from '#app/domain/interactions/merge-forms.ts';
import { savedMeanwhile } from '#app/domain/interactions/open-for-edit.server.ts';
import { parseInteraction } from '#app/domain/interactions/parse-interaction.ts';
import { viewForm } from '#app/domain/interactions/view-form.server.ts';
import { makeRef } from '#app/domain/kernel/refs.ts';
import type { FormFields } from '#app/domain/kernel/form-fields.ts';
import type { Context } from '#app/domain/kernel/context.ts';
import type { ReadForm } from './forms.ts';
import { refused, type Posted } from './interaction-form.server.ts';

/** How often a save is tried anew on top of what others save at the same moment. */
const ATTEMPTS = 3;

/** What the page of an edit shows besides: which interaction, and what it was like when it was opened. */
type Editing = Advanced & { subject: string; base: string };

/** A press of any button of `/interactions/:ref/edit`. */
export async function postEdit(context: Context, ref: string, { fields, faults }: ReadForm): Promise<Posted> {
  const base = baseOf(fields);
  const advanced = await advanceForm(context, fields);
  const shown = { ...advanced, subject: ref, base: fields.one('base') };
  if (Object.keys(faults).length > 0) return refused(context, { ...shown, errors: faults });
  if (!advanced.ready) {
    const status = Object.keys(advanced.errors).length > 0 ? 422 : 200;
    return { view: await viewForm(context, advanced.form, shownOf(shown)), status };
  }
  const chosen = base ? takeTheirs(advanced.form, base, chosenOf(fields)) : advanced.form;
  return save(context, ref, { ...shown, form: chosen }, base);
}

async function save(
  context: Context,
  ref: string,
  advanced: Editing,
  base: InteractionForm | undefined,
): Promise<Posted> {
  let { form } = advanced;
  let digest: string | undefined;
  for (let attempt = 0; ; attempt += 1) {
    const parsed = parseInteraction(form);
    if (!parsed.ok) return refused(context, { ...advanced, form, errors: parsed.errors });
    digest ??= digestOf(context.keys, parsed.input);
    const saved = await editInteraction(context, ref, parsed.input, digest);
    if (saved.outcome === 'saved') return { ref, another: false };
    if (saved.outcome === 'refused') return refused(context, { ...advanced, form, errors: saved.errors });
    if (saved.outcome === 'saved-before') form = { ...form, key: makeRef(context.random) };
    const theirs = await savedMeanwhile(context, ref);
    const merged = mergeForms(base, form, theirs.form);
    ({ form } = merged);
    if (saved.outcome === 'stale' && merged.conflicts.length === 0 && attempt < ATTEMPTS) {
      base = theirs.form;
      continue;
    }
    const compared = {
      base: JSON.stringify(theirs.form),
      conflicts: merged.conflicts,
      conflictBy: theirs.by,
    };
    return { view: await viewForm(context, form, { ...shownOf(advanced), ...compared }), status: 409 };
  }
}

function shownOf(advanced: Editing) {
  const { form: _form, ready: _ready, ...shown } = advanced;
  return shown;
}

/** What the page said the record was like; undefined where it said nothing that can be read. */
function baseOf(fields: FormFields): InteractionForm | undefined {
  try {
    const base: unknown = JSON.parse(fields.one('base'));
    return isForm(base) ? base : undefined;
  } catch {
    return undefined;
  }
}

function isForm(value: unknown): value is InteractionForm {
  const lists = [
    'participants',
    'advice',
    'commitments',
    'followUps',
    'countries',
    'workAreas',
    'instruments',
    'staff',
    'readers',
    'assessmentReaders',
  ];
  return (
    typeof value === 'object' &&
    value !== null &&
    lists.every((list) => Array.isArray((value as Record<string, unknown>)[list]))
  );
}

/** The fields for which the other person's text was chosen. */
function chosenOf(fields: FormFields): string[] {
  return fields
    .names('choose:')
    .filter((name) => fields.one(name) === 'theirs')
    .map((name) => name.slice('choose:'.length));
}
