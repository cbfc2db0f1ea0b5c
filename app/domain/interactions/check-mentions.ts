import { mentionedIn } from '../mentions/mention.ts';
import { wouldRead, type Reader, type ReadingRule } from './policy.ts';

const CONFIDENTIAL = 1;

/**
 * Whoever is newly mentioned and may not read the interaction is asked about: to be named as a reader, or left untold.
 * Nobody is told of what they cannot see.
 */
export function checkMentions(
  input: { notes: string; untold: readonly string[] },
  notesBefore: string,
  staffByRef: ReadonlyMap<string, Reader & { name: string }>,
  reading: ReadingRule,
  fail: (field: string, message: string) => void,
): void {
  const before = mentionedIn(notesBefore);
  for (const ref of mentionedIn(input.notes)) {
    const colleague = staffByRef.get(ref);
    if (!colleague || before.includes(ref) || input.untold.includes(ref)) continue;
    if (wouldRead(colleague, reading)) continue;
    const why =
      reading.level === CONFIDENTIAL
        ? 'It is confidential: only its teams read it. Make it restricted to name readers, or leave this mention without telling.'
        : 'Grant access, or leave this mention without telling.';
    fail(`mentions.${ref}`, `You mention ${colleague.name}, who may not read this. ${why}`);
  }
}
