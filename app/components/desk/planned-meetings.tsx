import type { DeskPage } from '#app/domain/desk/show-desk.server.ts';
import { pathTo } from '#app/paths.ts';
import { fewNames, recordTitle } from '../timeline/record-words.ts';
import { Button } from '../ui/button.tsx';
import { formatRelativeDay, formatShortDate, type Reading } from '../ui/format.ts';
import { LevelMark } from '../ui/level-mark.tsx';
import { Panel } from '../ui/panel.tsx';

/** Meetings to come, and those whose day has passed without a word of whether they were held. */
export function PlannedMeetings({ planned, reading }: { planned: DeskPage['planned']; reading: Reading }) {
  if (planned.length === 0) return null;
  return (
    <Panel
      title="Planned"
      note="yours and in your countries"
      act={<a href={pathTo.interactions({ state: 'planned' })}>See all</a>}
    >
      <ul className="timeline">
        {planned.map((meeting) => (
          <li key={meeting.ref}>
            <time dateTime={meeting.on} className={meeting.on <= reading.today ? 'soon' : undefined}>
              {formatShortDate(meeting.on, reading)}
            </time>
            <div className="planned">
              <div>
                <a href={pathTo.interaction(meeting.ref)}>{recordTitle(meeting, meeting.summary)}</a>{' '}
                <LevelMark level={meeting.level} />
                <span className="sub">
                  {[
                    formatRelativeDay(meeting.on, reading),
                    meeting.kind,
                    fewNames(meeting.with),
                    fewNames(meeting.countries),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </div>
              {meeting.mayHold ? (
                <form method="post" action={pathTo.interactionHeld(meeting.ref)}>
                  <Button
                    type="submit"
                    small
                    aria-label={`Mark as held: ${recordTitle(meeting, meeting.summary)}`}
                  >
                    Mark as held
                  </Button>
                </form>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
