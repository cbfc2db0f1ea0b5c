import { pathTo } from '#app/paths.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { Panel } from '../ui/panel.tsx';
import { TextInput } from '../ui/text-input.tsx';

/** The link of somebody invited: it is shown here once. */
export function NewLink({
  invited,
}: {
  invited: { ref: string; name: string; email: string; link: string };
}) {
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Accounts', href: pathTo.accounts() }]}
        title={`A link for ${invited.name}`}
      />
      <Panel title="Send it to them yourself">
        <TextInput
          name="link"
          label="Link"
          readOnly
          defaultValue={invited.link}
          hint={`It works once, within 24 hours, and is not shown again. Send it to ${invited.email} by a way that only they can read.`}
        />
        <p>
          <a href={pathTo.account(invited.ref)}>To the account</a>
        </p>
      </Panel>
    </>
  );
}
