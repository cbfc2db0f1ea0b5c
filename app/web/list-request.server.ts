import { BadRequest } from '#app/domain/kernel/errors.ts';
import { readPaging } from '#app/domain/kernel/cursor.ts';
import type { ListRequest } from '#app/domain/interactions/list-interactions.server.ts';
import { LIST_WORDS, type ListWords } from '#app/domain/interactions/read-list-question.server.ts';
import { readQuery } from './forms.ts';

const ORDERS = ['', 'date_desc', 'date_asc'];
const KNOWN = new Set<string>([...LIST_WORDS, 'before', 'after', 'sort']);

/** What the address of the list asks. A word that is not one of the list's is refused, not passed over. */
export function readListRequest(request: Request): ListRequest {
  const fields = readQuery(request);
  for (const name of new URL(request.url).searchParams.keys()) {
    if (!KNOWN.has(name)) throw new BadRequest('The list has no such filter.');
  }
  const sort = fields.one('sort');
  if (!ORDERS.includes(sort)) throw new BadRequest('The list cannot be sorted like this.');
  const words = Object.fromEntries(LIST_WORDS.map((name) => [name, fields.one(name)])) as ListWords;
  return {
    words,
    paging: readPaging(fields.one('before'), fields.one('after')),
    oldestFirst: sort === 'date_asc',
  };
}
