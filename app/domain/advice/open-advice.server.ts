import { recordOpening } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import type { AdviceForm } from './advice-form.ts';
import { findChangeableAdvice } from './find-changeable.server.ts';
import { formOfAdvice } from './form-of-advice.server.ts';

/** Saved advice as its form. Throws NotFound, Forbidden, or Conflict where it is archived. */
export async function openAdvice(context: Context, ref: string): Promise<AdviceForm> {
  const advice = await findChangeableAdvice(context, ref);
  if (advice.level >= 2) {
    await recordOpening(context, {
      action: 'advice.opened',
      noun: 'advice',
      id: advice.id,
      ref,
      changes: {},
    });
  }
  return (await formOfAdvice(context, advice)).form;
}
