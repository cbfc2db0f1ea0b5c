import { seal, unseal, type Keys } from '#app/domain/kernel/keys.server.ts';
import { bodyLimit } from './body.server.ts';
import { localPath } from './local-path.ts';
import { readMultipart } from './multipart.server.ts';
import { bodyOf, readField } from './upload.server.ts';

/** A form that was posted after its session had ended. */
export interface CarriedForm {
  to: string;
  fields: [name: string, value: string][];
}

const place = (accountId: number) => `carried-form|${accountId}`;

/** Seals what a request posted, for the account whose session ended: nobody else can open it. Files are left out. */
export async function carryForm(
  keys: Keys,
  accountId: number,
  request: Request,
): Promise<string | undefined> {
  const url = new URL(request.url);
  try {
    const carried: CarriedForm = {
      to: localPath(url.pathname + url.search),
      fields: await fieldsOf(request),
    };
    return seal(keys, keys.parcels, place(accountId), JSON.stringify(carried));
  } catch {
    // Not a form: there is nothing that somebody typed.
    return undefined;
  }
}

/** What was typed. A form with files is read as it comes, and passes over them: `formData()` would hold them whole. */
async function fieldsOf(request: Request): Promise<CarriedForm['fields']> {
  const type = request.headers.get('Content-Type') ?? '';
  if (!type.startsWith('multipart/')) {
    const form = await request.clone().formData();
    return [...form.entries()].filter((field): field is [string, string] => typeof field[1] === 'string');
  }
  const fields: CarriedForm['fields'] = [];
  for await (const part of readMultipart(bodyOf(request), type)) {
    if (part.fileName === undefined) fields.push([part.name, await readField(part, bodyLimit)]);
  }
  return fields;
}

/** Opens what `carryForm` sealed; undefined where it was sealed for somebody else or is no such thing. */
export function openCarriedForm(keys: Keys, accountId: number, sealed: string): CarriedForm | undefined {
  try {
    const carried = JSON.parse(unseal(keys, keys.parcels, place(accountId), sealed)) as CarriedForm;
    return { to: localPath(carried.to), fields: carried.fields };
  } catch {
    return undefined;
  }
}
