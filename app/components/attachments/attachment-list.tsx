import { Button } from '#app/components/ui/button.tsx';
import { formatInstant, type Reading } from '#app/components/ui/format.ts';
import { VisuallyHidden } from '#app/components/ui/visually-hidden.tsx';
import type { AttachmentGlance, FilesView } from '#app/domain/attachments/list-attachments.server.ts';
import { pathTo } from '#app/paths.ts';
import { AddFileForm } from './add-file-form.tsx';
import { fileSize } from './file-size.ts';

interface ListProps {
  view: FilesView;
  reading: Reading;
  /** Where many stand on one page: of what they are, and whether one is asked for. The form is folded in otherwise. */
  part?: { name: string; wanted: boolean };
}

/** The files on a record, and the place to bring one, where the reader may; nothing at all where there is neither. */
export function AttachmentList({ view, reading, part }: ListProps) {
  const { parent, files, takenOff } = view;
  const mayChange = view.key !== undefined;
  if (files.length === 0 && !mayChange) return null;
  return (
    <div
      className="files"
      id={parent.kind === 'interaction' ? undefined : `files-${parent.ref}`}
      data-drop=""
    >
      {files.length === 0 ? null : (
        <ul className="entries" aria-label={part ? `Files: ${part.name}` : 'Files'}>
          {files.map((file) => (
            <li key={file.ref}>
              <FileLine file={file} reading={reading} />
              {mayChange ? <ArchivalForm file={file} /> : null}
            </li>
          ))}
        </ul>
      )}
      {mayChange ? <AddFile view={view} part={part} /> : null}
      {takenOff.length > 0 ? (
        <details className="fold">
          <summary>Taken off ({takenOff.length})</summary>
          <ul className="entries">
            {takenOff.map((file) => (
              <li key={file.ref}>
                <FileLine file={file} reading={reading} />
                <ArchivalForm file={file} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}

function AddFile({ view, part }: Pick<ListProps, 'view'> & { part: ListProps['part'] | undefined }) {
  if (!part) return <AddFileForm view={view} />;
  return (
    <details className="fold" open={part.wanted && view.files.length === 0}>
      <summary>
        Add a file <VisuallyHidden>to {part.name}</VisuallyHidden>
      </summary>
      <AddFileForm view={view} />
    </details>
  );
}

/** What it is called, what it is, and who brought it when. One that was taken off cannot be opened. */
function FileLine({ file, reading }: { file: AttachmentGlance; reading: Reading }) {
  const name = <bdi>{file.name}</bdi>;
  return (
    <div>
      <p>{file.archived ? name : <a href={pathTo.file(file.ref)}>{name}</a>}</p>
      {file.note ? <p>{file.note}</p> : null}
      <p className="sub">
        {file.kind}, {fileSize(file.size, reading)} · {file.author}, {formatInstant(file.addedAt, reading)}
      </p>
    </div>
  );
}

function ArchivalForm({ file }: { file: AttachmentGlance }) {
  return (
    <form method="post" action={pathTo.fileArchival(file.ref)}>
      <input type="hidden" name="version" value={file.version} />
      <Button type="submit" look="quiet" small name="act" value={file.archived ? 'restore' : 'archive'}>
        {file.archived ? 'Put back' : 'Take off'} <VisuallyHidden>{file.name}</VisuallyHidden>
      </Button>
    </form>
  );
}
