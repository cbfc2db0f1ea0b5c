import { Button } from '#app/components/ui/button.tsx';
import { FileInput } from '#app/components/ui/file-input.tsx';
import { TextInput } from '#app/components/ui/text-input.tsx';
import { ACCEPT, FILE_LIMIT, TOO_LARGE } from '#app/domain/attachments/kinds.ts';
import type { FilesView } from '#app/domain/attachments/list-attachments.server.ts';
import { filePaths } from './parent-page.ts';

export interface RefusedFile {
  errors: Record<string, string>;
  note: string;
}

/**
 * Brings a file to a record. The fields stand before the file, so that they have arrived where the file is too large.
 * With script it is sent in place, and files may be dropped on the list.
 */
export function AddFileForm({ view, refused }: { view: FilesView; refused?: RefusedFile | undefined }) {
  const { form, script } = filePaths(view.parent);
  const id = (name: string) => `${name}-${view.parent.ref}`;
  return (
    <form
      method="post"
      encType="multipart/form-data"
      action={form}
      className="add-file"
      data-upload={script}
      data-limit={FILE_LIMIT}
      data-too-large={TOO_LARGE}
    >
      <input type="hidden" name="key" value={view.key} />
      <div className="row">
        <TextInput
          name="note"
          id={id('note')}
          label="What it is"
          optional
          defaultValue={refused?.note}
          error={refused?.errors['note']}
          maxLength={300}
        />
        <FileInput
          name="file"
          id={id('file')}
          label="File"
          hint="PDF, DOCX, ODT, picture or plain text, up to 25 MB."
          error={refused?.errors['file']}
          accept={ACCEPT}
          autoFocus={refused !== undefined}
        />
      </div>
      <p className="error" data-upload-error="" role="alert" hidden />
      <div className="inline">
        <Button type="submit">Add file</Button>
        <span data-upload-state="" role="status" />
        <progress data-upload-progress="" aria-label="Uploading" max={100} value={0} hidden />
      </div>
    </form>
  );
}
