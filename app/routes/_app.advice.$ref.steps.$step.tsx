import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { StepWordsPage } from '#app/components/advice/step-words-page.tsx';
import { showStep } from '#app/domain/advice/show-step.server.ts';
import { STEP_LIMITS } from '#app/domain/advice/step-form.ts';
import { postStepWords } from '#app/web/advice-step-post.server.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readForm } from '#app/web/forms.ts';
import { page, usePage } from '#app/web/respond.ts';
import { redirectWithToast } from '#app/web/toast.server.ts';

export const meta = () => [{ title: 'Words of a step · Rapport' }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  return page(await showStep(context, args.params.ref ?? '', args.params.step ?? ''));
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args);
  const { ref = '', step = '' } = args.params;
  const post = await postStepWords(context, ref, step, await readForm(args.request, { limits: STEP_LIMITS }));
  if ('answer' in post) return data(post.answer, { status: post.status });
  return redirectWithToast(args.context, post.to, { message: post.message });
}

export default function StepWords() {
  return <StepWordsPage view={usePage<typeof loader>()} answer={useActionData<typeof action>()} />;
}
