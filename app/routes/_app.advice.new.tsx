import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AdviceFormPage } from '#app/components/advice/advice-form-page.tsx';
import { ADVICE_LIMITS, ADVICE_LISTS } from '#app/domain/advice/advice-form.ts';
import { startAdvice } from '#app/domain/advice/start-advice.server.ts';
import { pathTo } from '#app/paths.ts';
import { adviceFormAgain, answered, postNewAdvice } from '#app/web/advice-post.server.ts';
import { readAdviceStart } from '#app/web/advice-request.server.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readForm, readQuery } from '#app/web/forms.ts';
import { redirectWithToast } from '#app/web/toast.server.ts';

export const handle = { hydrate: true };
export const meta = () => [{ title: 'Record advice · Rapport' }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  return answered(context, await startAdvice(context, readAdviceStart(readQuery(args.request))));
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args);
  const form = await readForm(args.request, { lists: ADVICE_LISTS, limits: ADVICE_LIMITS });
  const posted = await postNewAdvice(context, form);
  if (!('ref' in posted)) return adviceFormAgain(posted);
  return redirectWithToast(args.context, pathTo.adviceRecord(posted.ref), {
    message: 'The advice is saved.',
  });
}

export default function NewAdvice() {
  const loaded = useLoaderData<typeof loader>();
  return <AdviceFormPage answer={useActionData<typeof action>() ?? loaded} />;
}
