import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AdviceFormPage } from '#app/components/advice/advice-form-page.tsx';
import { ADVICE_LIMITS, ADVICE_LISTS } from '#app/domain/advice/advice-form.ts';
import { openAdvice } from '#app/domain/advice/open-advice.server.ts';
import { pathTo } from '#app/paths.ts';
import { adviceFormAgain, answered, postAdviceEdit } from '#app/web/advice-post.server.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readForm } from '#app/web/forms.ts';
import { redirectWithToast } from '#app/web/toast.server.ts';

export const handle = { hydrate: true };
export const meta = () => [{ title: 'Edit advice · Rapport' }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  const form = await openAdvice(context, args.params.ref ?? '');
  return answered(context, form, { base: JSON.stringify(form) });
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args);
  const form = await readForm(args.request, { lists: ADVICE_LISTS, limits: ADVICE_LIMITS });
  const posted = await postAdviceEdit(context, args.params.ref ?? '', form);
  if (!('ref' in posted)) return adviceFormAgain(posted);
  return redirectWithToast(args.context, pathTo.adviceRecord(posted.ref), {
    message: 'The changes are saved.',
  });
}

export default function EditAdvice() {
  const loaded = useLoaderData<typeof loader>();
  return <AdviceFormPage answer={useActionData<typeof action>() ?? loaded} />;
}
