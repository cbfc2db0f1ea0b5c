import { Button, LinkButton } from '#app/components/ui/button.tsx';
import { DataTable } from '#app/components/ui/data-table.tsx';
import { EmptyState } from '#app/components/ui/empty-state.tsx';
import { formatDate, pluralise } from '#app/components/ui/format.ts';
import { LevelMark } from '#app/components/ui/level-mark.tsx';
import { PageHeader } from '#app/components/ui/page-header.tsx';
import { Panel } from '#app/components/ui/panel.tsx';
import { Select } from '#app/components/ui/select.tsx';
import { TextInput } from '#app/components/ui/text-input.tsx';
import type { MovePreview } from '#app/domain/follow-ups/preview-move.server.ts';
import { pathTo } from '#app/paths.ts';
import { recordTitle } from '../timeline/record-words.ts';

/** The dates of several follow-ups, moved in one act: first what would happen, row by row, then the button. */
export function MovePage({ preview }: { preview: MovePreview }) {
  const { rows, reading, moves, meeting } = preview;
  return (
    <>
      <PageHeader
        crumbs={
          meeting
            ? [{ label: meeting.summary || 'The meeting', href: pathTo.interaction(meeting.ref) }]
            : [{ label: 'Follow-ups', href: pathTo.followUps() }]
        }
        title="Move the dates of follow-ups"
        meta={meeting ? 'All that are open and came from this meeting and its parts' : undefined}
      />
      {rows.length === 0 ? (
        <EmptyState
          title="Nothing to move"
          acts={<LinkButton href={pathTo.followUps()}>Follow-ups</LinkButton>}
        >
          Select open follow-ups in the list first, or come from a meeting that has some.
        </EmptyState>
      ) : (
        <>
          <Question preview={preview} />
          {moves === null ? null : <Act preview={preview} />}
          <DataTable
            caption="Follow-ups that move"
            columns={[
              { label: 'Follow-up' },
              { label: 'Assignee' },
              { label: 'Due now', className: 'date' },
              { label: 'Due then', className: 'date' },
            ]}
          >
            {rows.map((row) => (
              <tr key={row.ref}>
                <td className="title">
                  <a href={pathTo.followUp(row.ref)}>{recordTitle(row, row.title)}</a>{' '}
                  <LevelMark level={row.level} />
                </td>
                <td data-label="Assignee">{row.assignee}</td>
                <td className="date" data-label="Due now">
                  {formatDate(row.from, reading)}
                </td>
                <td className="date" data-label="Due then">
                  {row.to === null ? (
                    <span className="soft">…</span>
                  ) : (
                    <strong>{formatDate(row.to, reading)}</strong>
                  )}
                </td>
              </tr>
            ))}
          </DataTable>
          <LeftOut preview={preview} />
        </>
      )}
    </>
  );
}

function Question({ preview }: { preview: MovePreview }) {
  const { meeting, countries } = preview;
  return (
    <Panel title="By how much">
      <form method="get" action={pathTo.moveFollowUps()}>
        {preview.picks.map((ref) => (
          <input key={ref} type="hidden" name="pick" value={ref} />
        ))}
        {meeting ? <input type="hidden" name="interaction" value={meeting.ref} /> : null}
        <div className="row">
          {meeting && countries.length > 1 ? (
            <Select
              name="country"
              label="Country"
              blank="All of its countries"
              optional
              options={countries.map(({ iso3, name }) => ({ value: iso3, label: name }))}
              defaultValue={preview.country}
            />
          ) : null}
          <TextInput
            name="days"
            label="Days"
            inputMode="text"
            defaultValue={preview.days}
            error={preview.fault || undefined}
            hint="7 is a week later, -7 a week earlier."
            autoFocus={preview.moves === null}
            maxLength={6}
          />
        </div>
        <Button type="submit" look={preview.moves === null ? 'main' : 'plain'}>
          Show what would move
        </Button>
      </form>
    </Panel>
  );
}

function Act({ preview }: { preview: MovePreview }) {
  const { rows, reading, moves } = preview;
  const first = rows[0];
  const last = rows.at(-1);
  if (!first || !last) return null;
  const span = (from: string, to: string) =>
    from === to ? formatDate(from, reading) : `${formatDate(from, reading)} to ${formatDate(to, reading)}`;
  const count = pluralise(
    rows.length,
    { one: 'This moves 1 follow-up', other: 'This moves {n} follow-ups' },
    reading,
  );
  return (
    <form method="post" action={pathTo.moveFollowUps()} className="notice">
      <p>
        <strong>
          {count}, from {span(first.from, last.from)} to {span(first.to ?? '', last.to ?? '')}.
        </strong>
      </p>
      <input type="hidden" name="days" value={moves ?? ''} />
      {preview.meeting ? <input type="hidden" name="interaction" value={preview.meeting.ref} /> : null}
      {rows.map((row) => (
        <input key={row.ref} type="hidden" name="row" value={`${row.ref}.${row.version}`} />
      ))}
      <span className="button-row">
        <Button type="submit" look="main">
          Move them
        </Button>
        <LinkButton look="quiet" href={pathTo.followUps()}>
          Leave them
        </LinkButton>
      </span>
    </form>
  );
}

function LeftOut({ preview }: { preview: MovePreview }) {
  const { leftOut, more, reading } = preview;
  return (
    <>
      {leftOut > 0 ? (
        <p className="soft">
          {pluralise(
            leftOut,
            {
              one: 'One is a colleague’s to change, and stays.',
              other: '{n} are for colleagues to change, and stay.',
            },
            reading,
          )}
        </p>
      ) : null}
      {more ? (
        <p className="soft">A hundred are moved at once. Move these first, then come back for the rest.</p>
      ) : null}
    </>
  );
}
