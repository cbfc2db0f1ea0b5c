import type { AdviceForm } from '#app/domain/advice/advice-form.ts';
import type { AdviceRequest } from '#app/domain/advice/list-advice.server.ts';
import { ADVICE_WORDS, type AdviceWords } from '#app/domain/advice/read-advice-question.server.ts';
import type { AdviceStart } from '#app/domain/advice/start-advice.server.ts';
import { readPaging } from '#app/domain/kernel/cursor.ts';
import { BadRequest } from '#app/domain/kernel/errors.ts';
import type { FormFields } from '#app/domain/kernel/form-fields.ts';
import { readQuery } from './forms.ts';

const ORDERS = ['', 'date_desc', 'date_asc'];
const KNOWN = new Set<string>([...ADVICE_WORDS, 'before', 'after', 'sort', 'recipient']);

/** What the address of the register asks. A word that is not one of its own is refused, not passed over. */
export function readAdviceRequest(request: Request): AdviceRequest {
  const fields = readQuery(request);
  for (const name of new URL(request.url).searchParams.keys()) {
    if (!KNOWN.has(name)) throw new BadRequest('The register has no such filter.');
  }
  const sort = fields.one('sort');
  if (!ORDERS.includes(sort)) throw new BadRequest('The register cannot be sorted like this.');
  return {
    words: Object.fromEntries(ADVICE_WORDS.map((name) => [name, fields.one(name)])) as AdviceWords,
    paging: readPaging(fields.one('before'), fields.one('after')),
    oldestFirst: sort === 'date_asc',
    recipient: fields.one('recipient').trim().slice(0, 200),
  };
}

/** What fills a new form in: from the address, or posted by the page of a meeting with a passage of its notes. */
export function readAdviceStart(fields: FormFields): AdviceStart {
  return {
    interaction: fields.one('interaction'),
    passage: fields.one('passage'),
    organisation: fields.one('organisation'),
    person: fields.one('person'),
    country: fields.one('country'),
    objective: fields.one('objective'),
  };
}

/** What the page said the advice was like when it was opened; undefined where it said nothing that can be read. */
export function readAdviceBase(fields: FormFields): AdviceForm | undefined {
  try {
    const base: unknown = JSON.parse(fields.one('base'));
    return isAdviceForm(base) ? base : undefined;
  } catch {
    return undefined;
  }
}

function isAdviceForm(value: unknown): value is AdviceForm {
  if (typeof value !== 'object' || value === null) return false;
  const form = value as Record<string, unknown>;
  const isText = (name: string) => typeof form[name] === 'string';
  const isList = (name: string) =>
    Array.isArray(form[name]) && form[name].every((one) => typeof one === 'string');
  return (
    ['text', 'topic', 'on', 'instrument', 'provision', 'objective', 'version', 'key', 'interaction'].every(
      isText,
    ) && ['recipients', 'workAreas', 'countries'].every(isList)
  );
}
