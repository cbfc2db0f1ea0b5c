import type { ParentName } from '#app/domain/attachments/find-attachable.server.ts';
import { parentWord } from '#app/domain/attachments/parent-kinds.ts';
import { pathTo } from '#app/paths.ts';

/** Where the files of a record are shown: `pageRef` is the record on whose page the step or move stands. */
export function filesPath({ kind, ref }: ParentName, pageRef: string): string {
  if (kind === 'interaction') return `${pathTo.interaction(pageRef)}#files`;
  const page = kind === 'advice_step' ? pathTo.adviceRecord(pageRef) : pathTo.objective(pageRef);
  return `${page}#files-${ref}`;
}

/** Where a file is sent to, by a form and by the script of the page. */
export function filePaths({ kind, ref }: ParentName): { form: string; script: string } {
  const word = parentWord(kind);
  return { form: pathTo.addFile(word, ref), script: pathTo.sendFile(word, ref) };
}
