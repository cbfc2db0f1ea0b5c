import { updateParticipant } from '#db/queries/interaction-writes.ts';
import { positionOn } from '#db/queries/partners.ts';
import type { Work } from '../kernel/commit.server.ts';
import type { InteractionInput } from './parse-interaction.ts';
import { storedParticipant } from './participant-texts.server.ts';
import type { WholeInteraction } from './read-interaction.server.ts';
import type { Resolved } from './resolve-interaction.server.ts';

/**
 * Step: after a change of date, people who stay are shown in the post that they held on the new day. Who held none
 * that is known stays as recorded, and so does everybody whom the editor cannot see. Answers what is recorded of each.
 */
export async function copyTitlesAfresh(
  { context, trx }: Work,
  whole: WholeInteraction,
  input: InteractionInput,
  resolved: Resolved,
): Promise<unknown[]> {
  const removed = new Set(input.participants.filter((row) => row.remove).map((row) => row.ref));
  const changed = [];
  for (const one of whole.participants) {
    if (one.person_ref === null || removed.has(one.ref)) continue;
    const position = positionOn(resolved.people.get(one.person_ref)?.positions ?? [], input.date);
    if (!position || position.ref === one.position_ref) continue;
    const words = { title_then: position.title, organisation_then: position.organisation, group_label: null };
    await updateParticipant(trx, one.id, {
      position_id: position.id,
      organisation_id: position.organisation_id,
      ...storedParticipant(context.keys, resolved.level, one.ref, words),
    });
    changed.push({ person: one.person_ref, position: position.ref, title: position.title });
  }
  return changed;
}
