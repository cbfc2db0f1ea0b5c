import { data, type AppLoadContext } from '@remix-run/node';
import { advanceForm, type Advanced } from '#app/domain/interactions/advance-form.server.ts';
import type { FormView } from '#app/domain/interactions/form-view.ts';
import { logInteraction } from '#app/domain/interactions/log-interaction.server.ts';
import { parseInteraction } from '#app/domain/interactions/parse-interaction.ts';
import { viewForm } from '#app/domain/interactions/view-form.server.ts';
import type { FormErrors, FormFields } from '#app/domain/kernel/form-fields.ts';
import type { InteractionForm } from '#app/domain/interactions/form.ts';
import type { Start } from '#app/domain/interactions/start-form.server.ts';
import type { Context } from '#app/domain/kernel/context.ts';
import { makeRef } from '#app/domain/kernel/refs.ts';
import { pathTo } from '#app/paths.ts';
import type { ReadForm } from './forms.ts';
import { redirectWithToast } from './toast.server.ts';

/** What became of a posted form: saved, or a page to go on with and its status. */
export type Posted = { ref: string; another: boolean } | { view: FormView; status: number };

/** What the page one comes from fills in: `?organisation=&person=&country=&work_area=&instrument=&kind=&follow_up=&part_of=&objective=`. */
export function readStart(query: FormFields): Start {
  return {
    organisation: query.one('organisation'),
    person: query.one('person'),
    country: query.one('country'),
    workArea: query.one('work_area'),
    instrument: query.one('instrument'),
    kind: query.one('kind'),
    followUp: query.one('follow_up'),
    partOf: query.one('part_of'),
    objective: query.one('objective'),
  };
}

/** A press of any button of `/interactions/new`. */
export async function postNewInteraction(context: Context, { fields, faults }: ReadForm): Promise<Posted> {
  const advanced = await advanceForm(context, fields);
  const { form, ready, ...shown } = advanced;
  if (Object.keys(faults).length > 0) return refused(context, { ...advanced, errors: faults });
  if (!ready) {
    const status = Object.keys(shown.errors).length > 0 ? 422 : 200;
    return { view: await viewForm(context, form, shown), status };
  }
  const intent = fields.one('intent');
  const kept = intent === 'save-as-new' ? { ...form, key: makeRef(context.random) } : form;
  const parsed = parseInteraction(kept);
  if (!parsed.ok)
    return refused(context, { ...advanced, errors: { ...parsed.errors, ...partnerMissing(form) } });
  const saved = await logInteraction(context, parsed.input);
  if (saved.outcome === 'refused') return refused(context, { ...advanced, errors: saved.errors });
  if (saved.outcome === 'key-reused') {
    return { view: await viewForm(context, form, { ...shown, savedAs: saved.ref }), status: 409 };
  }
  return { ref: saved.ref, another: intent === 'save-and-new' };
}

/** Said with the rest, so that nobody mends a form twice. */
function partnerMissing(form: InteractionForm): FormErrors {
  if (form.participants.some(({ remove }) => remove === '')) return {};
  return { participants: 'Add at least one person or organisation that took part.' };
}

/** The form again with everything typed, what to mend beside each field, and the first of them in focus. */
export async function refused(
  context: Context,
  advanced: Advanced & { base?: string; subject?: string },
): Promise<Posted> {
  const { form, ready: _ready, ...shown } = advanced;
  return { view: await viewForm(context, form, { ...shown, focus: firstOf(shown.errors) }), status: 422 };
}

const ORDER = [
  'kind',
  'date',
  'countries',
  'participants',
  'workAreas',
  'summary',
  'advice',
  'commitments',
  'followUps',
];

/** The errors in the order of the fields on the page. */
function firstOf(errors: Record<string, string>): string {
  const place = (field: string) => {
    const found = ORDER.indexOf(field.split('.')[0] ?? '');
    return found < 0 ? ORDER.length : found;
  };
  return Object.keys(errors).sort((a, b) => place(a) - place(b))[0] ?? '';
}

/** The answer to a posted form: on to the record, to the next form, or the page again. */
export function answerPosted(context: AppLoadContext, posted: Posted) {
  if ('view' in posted) return data(posted.view, { status: posted.status });
  const to = posted.another ? pathTo.newInteraction() : pathTo.interaction(posted.ref);
  const open = posted.another ? { label: 'Open it', href: pathTo.interaction(posted.ref) } : undefined;
  const answer = redirectWithToast(context, to, { message: 'Interaction saved.', open });
  // Records are documents: the script of this page must leave the way to the browser.
  answer.headers.set('X-Remix-Reload-Document', 'true');
  return answer;
}
