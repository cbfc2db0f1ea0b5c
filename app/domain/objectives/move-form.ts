import { z } from 'zod';
import type { Evidence } from '#db/schema/promises.ts';
import { day, line, prose } from '../kernel/fields.ts';
import type { FormErrors, FormFields } from '../kernel/form-fields.ts';

/** A move from one stage to another, with what shows it. Stages are codes, the interaction is a ref. */
export interface MoveForm {
  key: string;
  /** The stage at which the mover saw it; another one by now is a conflict. */
  from: string;
  stage: string;
  on: string;
  /** '' until somebody says what shows it: that is a claim, and nobody's by default. */
  evidence: Evidence | '';
  interaction: string;
  link: string;
  note: string;
}

/** A move of which somebody said what shows it. */
export type ShownMove = MoveForm & { evidence: Evidence };

export const EVIDENCE_WORDS: Record<Evidence, string> = {
  staff_judgement: 'Staff judgement',
  interaction: 'An interaction',
  document: 'A document or a link',
};

const shape = z.object({
  key: z.string().regex(/^[\w-]{8,64}$/),
  stage: z.string().min(1, 'Choose the stage.'),
  on: day('Enter the day on which it came to this.'),
  evidence: z.enum(['staff_judgement', 'interaction', 'document'], {
    error: 'Say what shows it: a meeting, a document, or the judgement of staff.',
  }),
  link: line(null, 1000),
  note: prose(4000),
});

export type ReadMove = { ok: true; form: ShownMove } | { ok: false; form: MoveForm; errors: FormErrors };

export function readMove(fields: FormFields, faults: FormErrors): ReadMove {
  const form: MoveForm = {
    key: fields.one('key'),
    from: fields.one('from'),
    stage: fields.one('stage'),
    on: fields.one('on').trim(),
    evidence: fields.one('evidence') as MoveForm['evidence'],
    interaction: fields.one('interaction'),
    link: fields.one('link').trim(),
    note: fields.one('note').trim(),
  };
  const parsed = shape.safeParse(form);
  const errors: FormErrors = { ...faults };
  for (const issue of parsed.error?.issues ?? []) errors[String(issue.path[0])] ??= issue.message;
  if (form.evidence === 'interaction' && form.interaction === '') {
    errors['interaction'] ??= 'Choose the interaction that shows it.';
  }
  if (form.evidence === 'document' && form.link === '') {
    errors['link'] ??= 'Name the document, or paste its link.';
  }
  if (!parsed.success || Object.keys(errors).length > 0) return { ok: false, form, errors };
  return { ok: true, form: { ...form, evidence: parsed.data.evidence } };
}
