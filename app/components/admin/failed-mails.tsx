import type { FailedMailsPage } from '#app/domain/mail/list-failed-mails.server.ts';
import { pathTo } from '#app/paths.ts';
import { Button } from '../ui/button.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { formatInstant } from '../ui/format.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { AdminTabs } from './admin-tabs.tsx';

const KIND_WORDS = { notice: 'Notice', digest: 'Summary' };
const COLUMNS = [
  { label: 'To' },
  { label: 'Kind' },
  { label: 'Ordered', className: 'date' as const },
  { label: 'What went wrong' },
  { label: 'What to do', unseen: true },
];

export function FailedMails({ list }: { list: FailedMailsPage }) {
  return (
    <>
      <PageHeader title="Mail not sent" meta="Given up after several attempts, or refused for good" />
      <AdminTabs current="mails" />
      {list.mails.length === 0 ? (
        <EmptyState title="Every mail has gone out or is still being tried">
          A mail that is refused for good, that fails for more than a day, or that may have arrived already is
          listed here.
        </EmptyState>
      ) : (
        <DataTable caption="Mail not sent" columns={COLUMNS}>
          {list.mails.map((mail) => (
            <tr key={mail.id}>
              <td className="title">
                {mail.name}
                <span className="sub">{mail.email}</span>
              </td>
              <td data-label="Kind">{KIND_WORDS[mail.kind]}</td>
              <td className="date" data-label="Ordered">
                {formatInstant(mail.at, list.reading)}
              </td>
              <td className="wide" data-label="What went wrong">
                {mail.error}
              </td>
              <td>
                <form method="post" action={pathTo.failedMail(mail.id)}>
                  <Button type="submit" small>
                    Try again <VisuallyHidden>{mail.name}</VisuallyHidden>
                  </Button>
                </form>
              </td>
            </tr>
          ))}
        </DataTable>
      )}
      {list.next !== null || list.turned ? (
        <Pagination
          note="Newest first"
          newerHref={list.turned ? pathTo.failedMails() : null}
          newerLabel="Newest"
          olderHref={list.next === null ? null : pathTo.failedMails({ after: list.next })}
        />
      ) : null}
    </>
  );
}
