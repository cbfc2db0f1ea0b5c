import { OBJECTIVE_WORDS, type ObjectiveQuestion } from '#app/domain/objectives/read-question.server.ts';
import { BadRequest } from '#app/domain/kernel/errors.ts';
import { readQuery } from './forms.ts';

const VIEWS = ['', 'board', 'table'];
const KNOWN = new Set<string>(OBJECTIVE_WORDS);

/** What the address of the board or its table asks. A word that is not one of theirs is refused, not passed over. */
export function readObjectiveRequest(request: Request): ObjectiveQuestion {
  const fields = readQuery(request);
  for (const name of new URL(request.url).searchParams.keys()) {
    // `index` is how the script addresses the page rather than the frame around it
    if (!KNOWN.has(name) && name !== 'index') throw new BadRequest('The list has no such filter.');
  }
  const words = Object.fromEntries(
    OBJECTIVE_WORDS.map((name) => [name, fields.one(name)]),
  ) as ObjectiveQuestion;
  if (!VIEWS.includes(words.view)) throw new BadRequest('There is no such view.');
  return words;
}
