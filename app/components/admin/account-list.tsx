import type { listAccountsPage } from '#app/domain/accounts/list-accounts.server.ts';
import { pathTo } from '#app/paths.ts';
import { LinkButton } from '../ui/button.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { Tag } from '../ui/tag.tsx';
import { AdminTabs } from './admin-tabs.tsx';
import { ROLE_WORDS } from './role-words.ts';

type List = Awaited<ReturnType<typeof listAccountsPage>>;

const COLUMNS = [
  { label: 'Name' },
  { label: 'Email' },
  { label: 'Roles' },
  { label: 'Teams' },
  { label: 'State' },
];

export function AccountList({ list }: { list: List }) {
  return (
    <>
      <PageHeader
        title="Accounts"
        acts={
          <LinkButton look="main" href={pathTo.newAccount()}>
            Invite somebody
          </LinkButton>
        }
      />
      <AdminTabs current="accounts" />
      <DataTable caption="Accounts, by name" columns={COLUMNS}>
        {list.accounts.map((one) => (
          <tr key={one.ref}>
            <td className="title">
              <a href={pathTo.account(one.ref)}>{one.name}</a>
            </td>
            <td className="full" data-label="Email">
              {one.email}
            </td>
            <td className="full" data-label="Roles">
              {one.roles.map((role) => ROLE_WORDS[role] ?? role).join(' · ')}
            </td>
            <td className="full" data-label="Teams">
              {one.teams.length === 0 ? <span className="soft">None</span> : one.teams.join(' · ')}
            </td>
            <td className="tight">{stateMark(one.state)}</td>
          </tr>
        ))}
      </DataTable>
      <Pagination
        note="By name"
        newerHref={list.turned ? pathTo.accounts() : null}
        newerLabel="From the first"
        olderHref={list.next && pathTo.accounts({ after: list.next })}
        olderLabel="Next"
      />
    </>
  );
}

function stateMark(state: List['accounts'][number]['state']) {
  if (state === 'disabled') return <Tag tone="late">Disabled</Tag>;
  return state === 'invited' ? <Tag tone="soon">Invited</Tag> : <Tag tone="good">In use</Tag>;
}
