import { readPaging, type Paging } from '#app/domain/kernel/cursor.ts';
import { readQuery } from './forms.ts';

/** Which page of a timeline an address asks for. Throws BadRequest for a cursor that no page of ours made. */
export function readTurn(request: Request): Paging {
  const query = readQuery(request);
  return readPaging(query.one('before'), query.one('after'));
}
