import type { Work } from '../kernel/commit.server.ts';
import { tell } from '../notifications/tell.server.ts';
import { mentionedIn } from './mention.ts';

/** Step: tells those whom the notes of an interaction mention and did not mention before. */
export function tellMentioned(
  work: Work,
  interactionId: number,
  notes: { before: string; after: string },
  staffByRef: ReadonlyMap<string, { id: number }>,
): void {
  const before = mentionedIn(notes.before);
  for (const ref of mentionedIn(notes.after).filter((one) => !before.includes(one))) {
    const colleague = staffByRef.get(ref);
    if (!colleague) continue;
    tell(work, {
      kind: 'mentioned',
      noun: 'interaction',
      recordId: interactionId,
      accountId: colleague.id,
    });
  }
}
