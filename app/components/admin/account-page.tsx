import type { AccountValues } from '#app/domain/accounts/account-form.ts';
import type { AccountPage } from '#app/domain/accounts/show-account.server.ts';
import { pathTo } from '#app/paths.ts';
import { Button } from '../ui/button.tsx';
import { formatInstant } from '../ui/format.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { Panel } from '../ui/panel.tsx';
import { Tag } from '../ui/tag.tsx';
import { AccountFields } from './account-fields.tsx';

/** One account: what it may do, and whether it may sign in at all. */
export function AccountPageView(props: {
  account: AccountPage;
  values?: AccountValues | undefined;
  errors?: Record<string, string> | undefined;
}) {
  const { account } = props;
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Accounts', href: pathTo.accounts() }]}
        title={account.values.name}
        marks={
          account.disabledAt !== null ? (
            <Tag tone="late">Disabled</Tag>
          ) : account.isSetUp ? null : (
            <Tag tone="soon">Invited</Tag>
          )
        }
      />
      <div className="grid">
        <Panel title="Roles and teams" span={8}>
          <form method="post" className="stack">
            <input type="hidden" name="version" value={account.version} />
            <AccountFields
              values={props.values ?? account.values}
              errors={props.errors}
              teams={account.teams}
              fixedEmail
            />
            <Button type="submit" look="main" name="act" value="save">
              Save
            </Button>
            <p className="soft">A change of roles signs the person out.</p>
          </form>
        </Panel>
        <Panel title="Access" span={4}>
          <Access account={account} />
        </Panel>
      </div>
    </>
  );
}

function Access({ account }: { account: AccountPage }) {
  const { ref, disabledAt, isSetUp, mine, reading } = account;
  if (disabledAt !== null) {
    return (
      <form method="post" action={pathTo.accountAccess(ref)} className="stack">
        <p>Disabled {formatInstant(disabledAt, reading)}. What the person wrote stays.</p>
        <Button type="submit" name="act" value="enable">
          Enable the account
        </Button>
      </form>
    );
  }
  return (
    <div className="stack">
      {isSetUp ? null : (
        <form method="post" className="stack">
          <p>The person has not chosen a password yet.</p>
          <Button type="submit" name="act" value="link">
            Make a new link
          </Button>
        </form>
      )}
      {mine ? (
        <p className="soft">This is your own account. Another administrator can disable it.</p>
      ) : (
        <form method="post" action={pathTo.accountAccess(ref)} className="stack">
          <p>
            Disabling signs the person out at once. What they wrote stays, and so does what is assigned to
            them.
          </p>
          <Button type="submit" look="grave" name="act" value="disable">
            Disable the account
          </Button>
        </form>
      )}
    </div>
  );
}
