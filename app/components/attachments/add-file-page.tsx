import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { PageHeader } from '#app/components/ui/page-header.tsx';
import { Panel } from '#app/components/ui/panel.tsx';
import type { FilesView } from '#app/domain/attachments/list-attachments.server.ts';
import { AddFileForm, type RefusedFile } from './add-file-form.tsx';
import { filesPath } from './parent-page.ts';

/** The form by itself: where a file was refused, and where there is no script. It says nothing of the record. */
export function AddFilePage(props: {
  view: FilesView & { pageRef: string };
  refused?: ({ saved: false } & RefusedFile) | undefined;
}) {
  const { view, refused } = props;
  const errors = Object.entries(refused?.errors ?? {});
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Back to the record', href: filesPath(view.parent, view.pageRef) }]}
        title="Add a file"
      />
      <Panel title="The file">
        <ErrorSummary
          errors={errors.map(([field, message]) => ({ field: `${field}-${view.parent.ref}`, message }))}
        />
        <AddFileForm view={view} refused={refused} />
      </Panel>
    </>
  );
}
