import { READING, Sample } from '#app/components/ui/samples/sample.tsx';
import type { AttachmentGlance } from '#app/domain/attachments/list-attachments.server.ts';
import { FileInput } from '#app/components/ui/file-input.tsx';
import { AddFileForm } from './add-file-form.tsx';
import { AttachmentList } from './attachment-list.tsx';
import { FilesPanel } from './files-panel.tsx';

const parent = { kind: 'interaction', ref: '0123456789' } as const;

const report: AttachmentGlance = {
  ref: 'fyq3n5x7wz',
  name: 'Observations on the draft law.pdf',
  note: 'Sent to the ministry before the second reading',
  kind: 'PDF',
  size: 1_240_000,
  addedAt: '2026-11-24T10:12:00.000Z',
  author: 'Amina Diallo',
  version: 1,
  archived: false,
};
const letter = {
  ...report,
  ref: 'b2k4m6p8qr',
  name: 'رسالة الوزارة.docx',
  note: '',
  kind: 'Word document',
  size: 31_000,
};
const gone = { ...report, ref: 'c3k4m6p8qr', name: 'Draft, first version.odt', archived: true, version: 2 };

/** Files on a record: for those who may add, for those who may only read, and a form that was refused. */
export function SampleAttachments() {
  const full = { parent, files: [report, letter], takenOff: [gone], key: 'a sample' };
  const other = { ...parent, ref: '9876543210' };
  const refused = { errors: { file: 'This file is empty.' }, note: 'What was typed stays' };
  return (
    <>
      <Sample name="attachment-list">
        <FilesPanel view={full} reading={READING} />
        <AttachmentList view={{ ...full, parent: other, takenOff: [], key: undefined }} reading={READING} />
        <AddFileForm view={{ ...full, parent: { ...parent, ref: '5555555555' } }} refused={refused} />
      </Sample>
      <Sample name="file-input">
        <FileInput name="sample-file" label="File" hint="PDF, up to 25 MB." />
      </Sample>
    </>
  );
}
