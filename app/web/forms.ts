import { FormFields, type FormErrors } from '#app/domain/kernel/form-fields.ts';

export interface FormShape {
  /** Last parts of the names that may come more than once: `countries` allows `advice.0.countries` too. */
  lists?: readonly string[];
  /** The most characters a field may hold, by the last part of its name; 2,000 where none is given. */
  limits?: Readonly<Record<string, number>>;
}

export interface ReadForm {
  fields: FormFields;
  /** What cannot be taken as it is, by field name; answer 422 with the values kept. Empty when all is well. */
  faults: FormErrors;
}

const formLimit = 2 * 1024 * 1024;
const fieldLimit = 2_000;
const mostFields = 2_000;

/**
 * Reads a posted form. Fields nobody asks for are ignored; files are left out. Throws a Response: 413 for more than
 * 2 MB of text, 400 for a body that is no form, too many fields or a single field that came twice.
 */
export async function readForm(request: Request, shape: FormShape = {}): Promise<ReadForm> {
  const isText =
    request.headers.get('Content-Type')?.startsWith('application/x-www-form-urlencoded') ?? false;
  if (isText && Number(request.headers.get('Content-Length') ?? 0) > formLimit) throw refusal(413);
  let form: FormData;
  try {
    form = await request.formData();
  } catch {
    throw refusal(400);
  }
  const entries = [...form.entries()].filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return readEntries(entries, shape);
}

/**
 * Reads the query of an address by the same rules. Throws a Response of 400 for anything that is not well; where the page
 * names the words that it knows, another one is refused too, not passed over.
 */
export function readQuery(
  request: Request,
  { known, ...shape }: FormShape & { known?: readonly string[] } = {},
): FormFields {
  const entries = [...new URL(request.url).searchParams.entries()];
  // `index` is how the script addresses the page rather than the frame around it
  if (known && entries.some(([name]) => !known.includes(name) && name !== 'index')) throw refusal(400);
  const { fields, faults } = readEntries(entries, shape);
  if (Object.keys(faults).length > 0) throw refusal(400);
  return fields;
}

/** Reads fields that came in another way by the same rules. Throws a Response of 400. */
export function readEntries(
  entries: readonly [string, string][],
  { lists = [], limits = {} }: FormShape,
): ReadForm {
  if (entries.length > mostFields) throw refusal(400);
  const seen = new Set<string>();
  const faults = new Map<string, string>();
  const read = entries.map(([name, posted]): [string, string] => {
    const word = name.slice(name.lastIndexOf('.') + 1);
    if (seen.has(name) && !lists.includes(word)) throw refusal(400);
    seen.add(name);
    // Browsers send line ends as CR LF, whatever was typed.
    const value = posted.replaceAll('\r\n', '\n');
    const limit = Object.hasOwn(limits, word) ? (limits[word] ?? fieldLimit) : fieldLimit;
    const fault = textFault(value, limit);
    if (fault) faults.set(name, fault);
    return [name, value];
  });
  // fromEntries defines keys rather than assigning them, so a field named __proto__ is only a field.
  return { fields: new FormFields(read), faults: Object.fromEntries(faults) };
}

/** Why a text cannot be taken as it is, in words. Nothing is altered or cut in silence. */
export function textFault(value: string, limit: number): string | undefined {
  if (value.length > limit) {
    return `Use at most ${limit.toLocaleString('en')} characters; this is ${value.length.toLocaleString('en')}.`;
  }
  if (/(?![\t\n])\p{Cc}/u.test(value)) {
    return 'There is an invisible control character in this text. Type it again, or paste it as plain text.';
  }
  if (value.includes('\uFFFD') || /\p{Surrogate}/u.test(value)) {
    return 'There is a character in this text that could not be read. Type it again, or paste it as plain text.';
  }
  return undefined;
}

function refusal(status: 400 | 413): Response {
  return new Response(null, { status });
}
