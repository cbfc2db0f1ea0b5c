import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { AdvicePage } from '#app/components/advice/advice-page.tsx';
import { showAdvice } from '#app/domain/advice/show-advice.server.ts';
import { STEP_LIMITS } from '#app/domain/advice/step-form.ts';
import { postStep } from '#app/web/advice-step-post.server.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readForm } from '#app/web/forms.ts';
import { page, usePage } from '#app/web/respond.ts';
import { redirectWithToast } from '#app/web/toast.server.ts';

export const meta = () => [{ title: 'What came of advice · Rapport' }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  return page(await showAdvice(context, args.params.ref ?? ''));
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args);
  const ref = args.params.ref ?? '';
  const post = await postStep(context, ref, await readForm(args.request, { limits: STEP_LIMITS }));
  if ('answer' in post) return data(post.answer, { status: post.status });
  return redirectWithToast(args.context, post.to, { message: post.message });
}

/** Seen where the step was not taken: the advice as it stands now, and why. */
export default function Steps() {
  return <AdvicePage view={usePage<typeof loader>()} answer={useActionData<typeof action>()} />;
}
