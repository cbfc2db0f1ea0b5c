import { suggestPartners } from '#app/domain/partners/suggest-partners.server.ts';
import { today, type Context } from '#app/domain/kernel/context.ts';
import { observeStance } from '#app/domain/objectives/observe-stance.server.ts';
import { readStance, type StanceForm } from '#app/domain/objectives/stance-form.ts';
import type { ReadForm } from './forms.ts';

export type StanceAnswer =
  | { outcome: 'saved'; stance: string }
  | {
      outcome: 'asked';
      status: number;
      form: StanceForm;
      errors: Record<string, string>;
      /** Without script: the name that was looked up, and what there is of it. */
      query: string;
      found: { value: string; label: string; detail: string }[];
    };

/** Notes a stance, or looks a partner up with `intent=find:partner`. Throws NotFound, Forbidden and Conflict. */
export async function postStance(
  context: Context,
  ref: string,
  { fields, faults }: ReadForm,
): Promise<StanceAnswer> {
  const read = readStance(fields, faults);
  const query = fields.one('partner.query').trim();
  const asks = fields.one('intent') === 'find:partner';
  const found = read.form.partner === '' || asks ? await look(context, query) : [];
  const asked = (errors: Record<string, string>, status: number): StanceAnswer => ({
    outcome: 'asked',
    status,
    form: read.form,
    errors,
    query,
    found,
  });
  if (asks) return asked({}, 200);
  if (!read.ok) return asked(read.errors, 422);
  const answer = await observeStance(context, ref, read.form);
  if (answer.outcome === 'refused') return asked(answer.errors, 422);
  return { outcome: 'saved', stance: answer.ref };
}

async function look(context: Context, text: string) {
  const found = await suggestPartners(context, { text, on: today(context), countries: [] });
  return found.map(({ token, name, detail }) => ({ value: token, label: name, detail }));
}
