import type { InteractionGlance, TimelineView } from '#app/domain/timeline/read-timeline.server.ts';
import { pathTo } from '#app/paths.ts';
import { formatShortDate, type Reading } from '../ui/format.ts';
import { LevelMark } from '../ui/level-mark.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { WorkAreaMarks } from '../ui/work-area-mark.tsx';
import { fewNames, recordTitle } from './record-words.ts';

/** Interactions, newest first, in plain markup: a timeline may be long. */
export function InteractionTimeline(props: {
  entries: readonly InteractionGlance[];
  reading: Reading;
  /** Names the countries too, where the page is not of one. */
  countries?: boolean;
}) {
  return (
    <ol className="timeline">
      {props.entries.map((entry) => (
        <li key={entry.ref}>
          <time dateTime={entry.on}>{formatShortDate(entry.on, props.reading)}</time>
          <div>
            <a href={pathTo.interaction(entry.ref)}>{recordTitle(entry, entry.summary)}</a>{' '}
            <LevelMark level={entry.level} />
            {entry.state === 'planned' ? <span className="tag accent">Planned</span> : null}
            {entry.state === 'cancelled' ? <span className="tag">Cancelled</span> : null}
            <span className="sub">
              {[entry.kind, fewNames(entry.with), props.countries ? fewNames(entry.countries, 3) : '']
                .filter(Boolean)
                .join(' · ')}{' '}
              <WorkAreaMarks areas={entry.areas} />
            </span>
          </div>
        </li>
      ))}
    </ol>
  );
}

/** The neighbours of a page of a timeline; `at` is the page with a query, back at the timeline. */
export function TimelinePages(props: { view: TimelineView; at: (query: Record<string, string>) => string }) {
  const { newer, older } = props.view;
  if (newer === null && older === null) return null;
  return (
    <Pagination
      note="Newest first"
      newerHref={newer === null ? null : `${props.at({ after: newer })}#timeline`}
      olderHref={older === null ? null : `${props.at({ before: older })}#timeline`}
    />
  );
}
