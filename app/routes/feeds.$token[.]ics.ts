import type { LoaderFunctionArgs } from '@remix-run/node';
import { answerFeed } from '#app/web/feed-answer.server.ts';

/** GET by a calendar program: who knows the address reads what its owner may see now. */
export function loader(args: LoaderFunctionArgs) {
  return answerFeed(args);
}
