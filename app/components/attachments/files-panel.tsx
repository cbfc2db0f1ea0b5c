import type { Reading } from '#app/components/ui/format.ts';
import { Panel } from '#app/components/ui/panel.tsx';
import type { FilesView } from '#app/domain/attachments/list-attachments.server.ts';
import { AttachmentList } from './attachment-list.tsx';

/** The files of a record as a part of its page, with how many there are for this reader. */
export function FilesPanel({ view, reading }: { view: FilesView; reading: Reading }) {
  if (view.files.length === 0 && view.key === undefined) return null;
  return (
    <Panel title="Files" note={view.files.length || null} id="files">
      <AttachmentList view={view} reading={reading} />
    </Panel>
  );
}
