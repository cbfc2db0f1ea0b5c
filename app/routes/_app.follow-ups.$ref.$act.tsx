import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { FollowUpPage } from '#app/components/follow-ups/follow-up-page.tsx';
import { showFollowUp } from '#app/domain/follow-ups/show-follow-up.server.ts';
import { NotFound } from '#app/domain/kernel/errors.ts';
import { readingOf } from '#app/domain/reference/labels.server.ts';
import { requireContext } from '#app/web/context.server.ts';
import { FOLLOW_UP_ACT_SHAPE, postFollowUp } from '#app/web/follow-up-post.server.ts';
import { logFollowUp } from '#app/web/follow-up-log.server.ts';
import { tellFollowUp } from '#app/web/follow-up-told.server.ts';
import { readForm } from '#app/web/forms.ts';
import { page, usePage } from '#app/web/respond.ts';

export const meta = () => [{ title: 'Follow-up · Rapport' }];

/** The acts by their address, and what each does unless the form says otherwise. */
const ACTS = new Map([
  ['completion', 'complete'],
  ['snooze', 'snooze'],
  ['assignment', 'assign'],
  ['archival', 'archive'],
]);

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  if (!ACTS.has(args.params.act ?? '')) throw new NotFound();
  return page(await showFollowUp(context, args.params.ref ?? ''));
}

/** POST does the act, or with `act` its contrary (reopen, wake, restore). Leads back to where it was asked. */
export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args);
  const { ref = '', act = '' } = args.params;
  const usual = ACTS.get(act);
  if (!usual) throw new NotFound();
  const form = await readForm(args.request, FOLLOW_UP_ACT_SHAPE);
  if (form.fields.one('act') === 'log') return logFollowUp(args.context, context, ref, form);
  const { status, answer } = await postFollowUp(context, ref, form, usual);
  if (status !== 200) return data(answer, { status });
  const asked = { back: form.fields.one('back'), reading: readingOf(context) };
  return tellFollowUp(args.context, ref, answer, asked);
}

/** Seen where the act was not done: the follow-up as it stands now, and why. */
export default function FollowUpAct() {
  return <FollowUpPage view={usePage<typeof loader>()} answer={useActionData<typeof action>()} />;
}
