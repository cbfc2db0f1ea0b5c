import type { FeedsPage } from '#app/domain/calendar/list-feeds.server.ts';
import { pathTo } from '#app/paths.ts';
import { SettingsTabs } from '../accounts/settings-tabs.tsx';
import { Button } from '../ui/button.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { formatInstant } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Panel } from '../ui/panel.tsx';
import { Select } from '../ui/select.tsx';
import { Tag } from '../ui/tag.tsx';

type Answer =
  | { outcome: 'opened'; token: string; origin: string }
  | { outcome: 'already-opened' }
  | { outcome: 'refused'; errors: Record<string, string>; what: string };

const SCOPE_WORDS = { mine: 'Mine', team: 'Team', country: 'Country' };

/** The reader's feeds: what they tell, how to make one, how to end one. */
export function FeedsView({ feeds, answer }: { feeds: FeedsPage; answer?: Answer | undefined }) {
  return (
    <>
      <PageHeader
        title="Calendar feeds"
        meta="Your Rapport calendar in the calendar program of your phone or computer"
      />
      <SettingsTabs current="feeds" />
      <div className="stack">
        {answer?.outcome === 'opened' ? <NewAddress answer={answer} /> : null}
        {answer?.outcome === 'already-opened' ? (
          <Notice tone="soon">
            <p>
              This feed was made already. Its address was shown once; if you have lost it, revoke it and make
              another.
            </p>
          </Notice>
        ) : null}
        {feeds.feeds.length > 0 ? <FeedList feeds={feeds} /> : null}
        {feeds.readsRecords ? (
          <div className="grid">
            <div className="c5">
              <Panel title="Make a feed">
                <form method="post" action={pathTo.feeds()} className="stack">
                  <input type="hidden" name="key" value={feeds.key} />
                  <Select
                    name="what"
                    label="Whose calendar"
                    options={feeds.choices}
                    defaultValue={answer?.outcome === 'refused' ? answer.what : 'mine'}
                    error={answer?.outcome === 'refused' ? answer.errors.what : undefined}
                    autoFocus={answer?.outcome === 'refused'}
                  />
                  <Button type="submit" look="main">
                    Make a secret address
                  </Button>
                </form>
              </Panel>
            </div>
            <div className="c7">
              <WhatItTells />
            </div>
          </div>
        ) : (
          <EmptyState title="You run Rapport, and read no records">A feed would be empty.</EmptyState>
        )}
      </div>
    </>
  );
}

function NewAddress({ answer }: { answer: { token: string; origin: string } }) {
  return (
    <Panel title="The address of your new feed">
      <label htmlFor="address">
        Copy it now: it is shown only this once. Whoever has it reads the feed without signing in.
      </label>
      <input
        id="address"
        type="text"
        readOnly
        autoFocus
        value={`${answer.origin}${pathTo.feed(answer.token)}`}
        className="address"
      />
      <p className="hint">
        In your calendar program choose “Add calendar from the internet” or “Subscribe”, and paste it.
      </p>
    </Panel>
  );
}

function FeedList({ feeds }: { feeds: FeedsPage }) {
  return (
    <DataTable
      caption="Your feeds"
      columns={[{ label: 'Feed' }, { label: 'Made' }, { label: 'Revoke', unseen: true }]}
    >
      {feeds.feeds.map((feed) => {
        const name = feed.name === '' ? SCOPE_WORDS[feed.scope] : `${SCOPE_WORDS[feed.scope]}: ${feed.name}`;
        return (
          <tr key={feed.ref}>
            <td className="title">
              {name}{' '}
              {feed.answers ? null : <Tag tone="soon">You have left this team: it answers nothing</Tag>}
            </td>
            <td className="date" data-label="Made">
              {formatInstant(feed.createdAt, feeds.reading)}
            </td>
            <td className="tight">
              <form method="post" action={pathTo.feedRevocation(feed.ref)}>
                <Button type="submit" small aria-label={`Revoke: ${name}`}>
                  Revoke
                </Button>
              </form>
            </td>
          </tr>
        );
      })}
    </DataTable>
  );
}

function WhatItTells() {
  return (
    <Panel title="What a feed tells">
      <div className="stack">
        <p>
          The firm that keeps your calendar can read what lies in it. A feed therefore tells less than Rapport
          does, and at every request no more than you may see at that moment.
        </p>
        <dl className="facts">
          <dt>Internal</dt>
          <dd>Kind, title, place, day and hour</dd>
          <dt>Confidential</dt>
          <dd>That there is something on that day or at that hour, and a link; no title, no place</dd>
          <dt>Restricted, sealed</dt>
          <dd>Nothing at all</dd>
        </dl>
        <p className="hint">
          It holds three months back and a year ahead, names no partners and no colleagues, and ends when you
          revoke it, when your account is closed, or when you leave the team it is of.
        </p>
      </div>
    </Panel>
  );
}
