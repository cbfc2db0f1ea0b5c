import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import {
  useLoaderData,
  type ClientActionFunctionArgs,
  type ShouldRevalidateFunctionArgs,
} from '@remix-run/react';
import { Board } from '#app/components/objectives/board.tsx';
import { ObjectiveTablePage } from '#app/components/objectives/objective-table.tsx';
import { listObjectivesPage } from '#app/domain/objectives/list-objectives.server.ts';
import { showBoard } from '#app/domain/objectives/show-board.server.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readForm } from '#app/web/forms.ts';
import { MOVE_LIMITS, postMove } from '#app/web/objective-move-post.server.ts';
import { readObjectiveRequest } from '#app/web/objective-request.server.ts';
import { answerOrUnsaved } from '#app/web/unsaved.ts';

export const handle = { hydrate: true };
export const meta = () => [{ title: 'Objectives · Rapport' }];

/** What was moved in place stays where it was put until the board is opened anew. */
export const shouldRevalidate = ({ formMethod, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) =>
  formMethod === 'POST' ? false : defaultShouldRevalidate;

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  const words = readObjectiveRequest(args.request);
  return words.view === 'table' ? listObjectivesPage(context, words) : showBoard(context, words);
}

/** The script's way to move a card, named by `ref`; without it a card posts to the moves of its objective. */
export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args);
  const form = await readForm(args.request, MOVE_LIMITS);
  const { status, answer } = await postMove(context, form.fields.one('ref'), form);
  return data(answer, { status });
}

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  answerOrUnsaved(() => serverAction<typeof action>());

export default function Objectives() {
  const shown = useLoaderData<typeof loader>();
  return shown.view === 'table' ? (
    <ObjectiveTablePage list={shown} />
  ) : (
    <Board key={shown.track.code} board={shown} />
  );
}
