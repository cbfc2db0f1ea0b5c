import { redirect, type AppLoadContext } from '@remix-run/node';
import { moveFollowUps, type Seen } from '#app/domain/follow-ups/move-follow-ups.server.ts';
import { readDays } from '#app/domain/follow-ups/shift-days.ts';
import type { Context } from '#app/domain/kernel/context.ts';
import { Conflict } from '#app/domain/kernel/errors.ts';
import { pathTo } from '#app/paths.ts';
import type { ReadForm } from './forms.ts';
import { redirectWithToast } from './toast.server.ts';

export const MOVE_SHAPE = { lists: ['row'], limits: { rows: 4_000 } };

/** Moves what the preview showed, or moves it back (`rows`, from the toast). Leads back to where it began. */
export async function postMove(
  app: AppLoadContext,
  context: Context,
  { fields }: ReadForm,
): Promise<Response> {
  const typed = fields.one('rows') === '' ? fields.many('row') : fields.one('rows').split(' ');
  const seen = typed.flatMap((one): Seen[] => {
    const [ref = '', version = ''] = one.split('.');
    return ref === '' ? [] : [{ ref, version: Number(version) }];
  });
  const days = readDays(fields.one('days')) ?? 0;
  const meeting = fields.one('interaction');
  const again = pathTo.moveFollowUps({
    ...(meeting === '' ? { pick: seen.map(({ ref }) => ref) } : { interaction: meeting }),
    days: String(days),
  });
  try {
    const done = await moveFollowUps(context, seen, days);
    if (done.outcome === 'refused') return redirect(again, 303);
    const isBack = fields.one('rows') !== '';
    const rows = done.moved.map(({ ref, version }) => `${ref}.${version}`).join(' ');
    const undo = {
      action: pathTo.moveFollowUps(),
      fields: { rows, days: String(-days), interaction: meeting },
    };
    const back = meeting === '' ? pathTo.followUps() : pathTo.interaction(meeting);
    const message = `${isBack ? 'Moved back' : 'Moved'}: ${done.moved.length}.`;
    return redirectWithToast(app, back, isBack ? { message } : { message, undo });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return redirectWithToast(app, again, { message: `${error.message} Nothing was moved.` });
  }
}
