import type { AdviceRecord } from '#db/queries/advice-record.ts';
import { listHistory } from '#db/queries/audit.ts';
import { listPromiseLinks, listVisibleRecipients } from '#db/queries/interaction-reads.ts';
import { tokenOf } from '../interactions/form-of-interaction.server.ts';
import type { Context } from '../kernel/context.ts';
import { readText } from '../kernel/sealed-text.server.ts';
import type { AdviceForm } from './advice-form.ts';
import { findChangeableAdvice } from './find-changeable.server.ts';

export type AdviceRecipients = Awaited<ReturnType<typeof listVisibleRecipients>>;

/** Saved advice as its form, as far as the actor sees it, and the rows of its recipients. */
export async function formOfAdvice(
  context: Context,
  advice: AdviceRecord,
): Promise<{ form: AdviceForm; recipients: AdviceRecipients }> {
  const { db, actor, keys, reference } = context;
  const recipients = await listVisibleRecipients(db, actor, [advice.id]);
  const links = (await listPromiseLinks(db, 'advice', [advice.id])).get(advice.id);
  const instrument = advice.instrument_id === null ? '' : reference.instrumentById(advice.instrument_id).code;
  const provision = advice.provision_id === null ? undefined : reference.provisionById(advice.provision_id);
  const form: AdviceForm = {
    key: advice.ref,
    version: String(advice.version),
    text: readText(keys, advice.level, `advice|body|${advice.ref}`, advice.body),
    topic: reference.termById(advice.topic_id).code,
    on: advice.given_on,
    recipients: recipients.map((one) => tokenOf(one.person_ref, one.organisation_ref)),
    instrument,
    provision: provision ? `${instrument}/${provision.code}` : '',
    workAreas: (links?.workAreas ?? []).map((id) => reference.termById(id).code).sort(),
    countries: (links?.countries ?? []).map((id) => reference.countryById(id).iso3).sort(),
    objective: advice.objective_ref ?? '',
    interaction: advice.origin_ref ?? '',
  };
  return { form, recipients };
}

/** Advice as it is saved now, and who changed it last: what a stale edit is compared with. */
export async function adviceMeanwhile(context: Context, ref: string) {
  const advice = await findChangeableAdvice(context, ref);
  const [last] = await listHistory(context.db, 'advice', [advice.id], 1);
  return {
    form: (await formOfAdvice(context, advice)).form,
    by: { name: last?.actor_name ?? 'somebody else', at: last?.at ?? advice.updated_at },
  };
}
