import type { AppLoadContext } from '@remix-run/node';
import { formatShortDate, type Reading } from '#app/components/ui/format.ts';
import type { ToastMessage } from '#app/components/ui/toast.tsx';
import { pathTo } from '#app/paths.ts';
import type { FollowUpAnswer } from './follow-up-post.server.ts';
import { redirectWithToast } from './toast.server.ts';

/** Back to where the act was asked, with what was done and its way back. */
export function tellFollowUp(
  context: AppLoadContext,
  ref: string,
  answer: FollowUpAnswer,
  asked: { back: string; reading: Reading },
): Response {
  const gone = answer.act === 'archive' && asked.back === pathTo.followUp(ref);
  const back = gone || asked.back === '' ? pathTo.followUps() : asked.back;
  const undone = (action: string, fields: Record<string, string>): Partial<ToastMessage> => ({
    undo: { action, fields: { ...fields, back: asked.back || back } },
  });
  const told: Record<string, ToastMessage> = {
    complete: { message: 'Completed.', ...undone(pathTo.followUpCompletion(ref), { act: 'reopen' }) },
    reopen: { message: 'Open again.' },
    snooze: {
      message: `Put off until ${answer.snoozedUntil ? formatShortDate(answer.snoozedUntil, asked.reading) : 'later'}.`,
      ...undone(pathTo.followUpSnooze(ref), { act: 'wake' }),
    },
    wake: { message: 'Due again.' },
    assign: {
      message: `Given to ${answer.assignee}.`,
      ...undone(pathTo.followUpAssignment(ref), { act: 'take-back' }),
    },
    'take-back': { message: `Taken back from whom it was given to: ${answer.assignee} has it again.` },
    archive: { message: 'Removed.', ...undone(pathTo.followUpArchival(ref), { act: 'restore' }) },
    restore: { message: 'Restored.' },
  };
  return redirectWithToast(context, back, told[answer.act] ?? { message: 'Done.' });
}
