import { randomBytes } from 'node:crypto';
import { today, type Context } from '#app/domain/kernel/context.ts';
import type { ShownMove } from '#app/domain/objectives/move-form.ts';
import type { ObjectiveForm } from '#app/domain/objectives/objective-form.ts';
import { setObjective } from '#app/domain/objectives/set-objective.server.ts';
import type { StanceForm } from '#app/domain/objectives/stance-form.ts';

const newKey = () => randomBytes(9).toString('hex');

/** A form filled in enough to be saved. */
export function objectiveForm(context: Context, rest: Partial<ObjectiveForm> = {}): ObjectiveForm {
  return {
    key: newKey(),
    version: '',
    title: 'Togo designates its mechanism',
    country: 'TGO',
    workArea: 'preventive_mechanisms',
    stage: 'opcat.exploring',
    since: '2026-01-10',
    instrument: '',
    owner: context.actor.ref,
    target: '',
    nextStep: '',
    sensitivity: 'internal',
    readers: [],
    ...rest,
  };
}

/** Sets it as its person would. Throws where it is refused. Returns its ref. */
export async function objectiveSet(context: Context, rest: Partial<ObjectiveForm> = {}): Promise<string> {
  const outcome = await setObjective(context, objectiveForm(context, rest));
  if (outcome.outcome === 'refused') throw new Error(`Refused: ${JSON.stringify(outcome.errors)}`);
  return outcome.ref;
}

export function moveForm(context: Context, rest: Partial<ShownMove> = {}): ShownMove {
  return {
    key: newKey(),
    from: 'opcat.exploring',
    stage: 'opcat.commitment',
    on: today(context),
    evidence: 'staff_judgement',
    interaction: '',
    link: '',
    note: '',
    ...rest,
  };
}

export function stanceForm(context: Context, partner: string, rest: Partial<StanceForm> = {}): StanceForm {
  return { key: newKey(), partner, stance: 'for', on: today(context), interaction: '', note: '', ...rest };
}
