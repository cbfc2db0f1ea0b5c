import { recordHref } from '#app/components/notifications/told-words.ts';
import type { FormFields } from '#app/domain/kernel/form-fields.ts';
import type { Context } from '#app/domain/kernel/context.ts';
import { muteRecord, mutableNoun, unmuteRecord } from '#app/domain/notifications/mute-record.server.ts';
import { pathTo } from '#app/paths.ts';

/** Mutes or unmutes the record that a form names: where to go on, and what to say. */
export async function postMute(context: Context, fields: FormFields) {
  const noun = mutableNoun(fields.one('noun'));
  const ref = fields.one('ref');
  const unmutes = fields.one('act') === 'unmute';
  await (unmutes ? unmuteRecord : muteRecord)(context, noun, ref);
  const message = unmutes ? 'You are told about this again.' : 'You are told nothing more about this.';
  const undo = {
    action: pathTo.notificationMutes(),
    fields: { noun, ref, act: unmutes ? 'mute' : 'unmute' },
  };
  const homeRef = noun === 'interaction' ? ref : null;
  return { to: recordHref({ noun, ref, homeRef }), toast: { message, undo } };
}
