import type { InboxPage } from '#app/domain/notifications/list-inbox.server.ts';
import type { InboxLine as Line } from '#app/domain/notifications/with-hand-overs.server.ts';
import { pathTo } from '#app/paths.ts';
import { recordTitle } from '../timeline/record-words.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { formatInstant, type Reading } from '../ui/format.ts';
import { LevelMark } from '../ui/level-mark.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { Lateness } from '../ui/tag.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { toldWords } from './told-words.ts';

/** What colleagues did that concerns the reader: the unread first. Opening a line marks it as read. */
export function Inbox({ inbox }: { inbox: InboxPage }) {
  const unread = inbox.lines.filter((line) => line.unread);
  const read = inbox.lines.filter((line) => !line.unread);
  return (
    <>
      <PageHeader
        title="Inbox"
        meta="What colleagues did that concerns you"
        acts={
          <>
            {inbox.newestUnread === '' ? null : (
              <form method="post" action={pathTo.inbox()}>
                <input type="hidden" name="until" value={inbox.newestUnread} />
                <Button type="submit">Mark all as read</Button>
              </form>
            )}
            <LinkButton href={pathTo.notificationSettings()}>What you are told</LinkButton>
          </>
        }
      />
      {inbox.lines.length === 0 ? (
        <EmptyState title="Nothing here">
          You are told here when a colleague gives you a follow-up, mentions you, or completes something of
          yours.
        </EmptyState>
      ) : null}
      <InboxPart title="Unread" lines={unread} reading={inbox.reading} />
      <InboxPart title="Read" lines={read} reading={inbox.reading} />
      {inbox.next !== null || inbox.turned ? (
        <Pagination
          note="Newest first"
          newerHref={inbox.turned ? pathTo.inbox() : null}
          newerLabel="Newest"
          olderHref={inbox.next === null ? null : pathTo.inbox({ after: inbox.next })}
        />
      ) : null}
    </>
  );
}

function InboxPart(props: { title: string; lines: readonly Line[]; reading: Reading }) {
  if (props.lines.length === 0) return null;
  return (
    <section className="inbox">
      <h2>{props.title}</h2>
      <ul>
        {props.lines.map((line) => (
          <InboxLine key={line.ref} line={line} reading={props.reading} />
        ))}
      </ul>
    </section>
  );
}

/** One line: a button that opens, since opening marks as read and so is no mere link. */
export function InboxLine({ line, reading }: { line: Line; reading: Reading }) {
  const { record, unread } = line;
  const title = recordTitle(record, record.words);
  return (
    <li id={`line-${line.ref}`} className={unread ? 'unread' : undefined}>
      <form method="post" action={pathTo.notification(line.ref)}>
        <p className="told">
          {unread ? <VisuallyHidden>Unread. </VisuallyHidden> : null}
          {line.by ?? 'Somebody'} {toldWords(line)}
          <time dateTime={line.at}>{formatInstant(line.at, reading)}</time>
        </p>
        <p className="about">
          <button className="as-link" name="act" value="open">
            {title}
          </button>
          <LevelMark level={record.level} />
          {record.dueOn !== null &&
          record.noun === 'follow_up' &&
          line.kind === 'assigned' &&
          !line.takenBack ? (
            <Lateness dueOn={record.dueOn} reading={reading} />
          ) : null}
        </p>
        {line.note === '' ? null : <p className="said">{line.note}</p>}
        <Button type="submit" look="quiet" small name="act" value={unread ? 'read' : 'unread'}>
          {unread ? 'Mark as read' : 'Mark as unread'} <VisuallyHidden>{title}</VisuallyHidden>
        </Button>
      </form>
    </li>
  );
}
