import type { ReviewView } from '#app/domain/reviews/show-review.server.ts';
import { pathTo } from '#app/paths.ts';
import { ChangeHistory } from '../timeline/change-history.tsx';
import { DefinitionStrip } from '../ui/definition-strip.tsx';
import { formatDate } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Panel } from '../ui/panel.tsx';
import { RecordActs } from '../ui/record-acts.tsx';
import { ReviewRecommendations } from '../recommendations/review-recommendations.tsx';
import { REVIEW_ACTS } from './change-words.ts';
import { ReviewDeadlines } from './review-deadlines.tsx';
import { ReviewSource, reviewDates, standingWords, StandingTag } from './review-words.tsx';

/** A review of a State: its date and source, our deadlines around it, the recommendations that came of it. */
export function ReviewPage({ view }: { view: ReviewView }) {
  const { reading } = view;
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Reviews', href: pathTo.reviews() }]}
        title={view.title}
        marks={
          <>
            <StandingTag review={view} reading={reading} />
            {view.archivedAt ? <span className="tag late">Archived</span> : null}
          </>
        }
        acts={
          <RecordActs
            mayRestore={view.mayRestore}
            mayChange={view.mayKeep}
            edit={pathTo.editReview(view.ref)}
            archival={pathTo.reviewArchival(view.ref)}
          />
        }
      />
      {view.archivedAt ? (
        <Notice>
          <p>
            Archived on {formatDate(view.archivedAt.slice(0, 10), reading)}. It is left out of every list.
          </p>
        </Notice>
      ) : null}
      <Facts view={view} />
      <div className="grid">
        <div className="c7 stack">
          <ReviewRecommendations view={view} />
        </div>
        <div className="c5 stack">
          <ReviewDeadlines view={view} />
          {view.notes || view.calendarNotes ? (
            <Panel title="Notes" note="seen by all colleagues">
              {view.calendarNotes ? <p className="soft">From the calendar: {view.calendarNotes}</p> : null}
              {view.notes?.split(/\n+/).map((text, index) => (
                <p key={index}>{text}</p>
              ))}
            </Panel>
          ) : null}
          <ChangeHistory history={view.history} words={REVIEW_ACTS} reading={reading} />
        </div>
      </div>
    </>
  );
}

function Facts({ view }: { view: ReviewView }) {
  const { reading } = view;
  const standing = standingWords(view, reading);
  const source = view.source ? (
    <>
      <ReviewSource review={view} reading={reading} />
      {view.confidence && view.confidence !== 'sourced'
        ? ` (${view.confidence}: check before quoting)`
        : null}
    </>
  ) : (
    'No source recorded'
  );
  return (
    <DefinitionStrip
      facts={[
        {
          term: 'State under review',
          value: <a href={pathTo.country(view.country.iso3)}>{view.country.name}</a>,
        },
        { term: 'By', value: view.body.short, note: view.body.name },
        { term: 'Date', value: reviewDates(view, reading), note: source },
        { term: 'Stands', value: standing.words, tone: standing.tone },
        {
          term: 'Looked after by',
          value: view.owner ?? 'nobody yet',
          note: view.instrument ? (
            <a href={pathTo.instrument(view.instrument.code)}>{view.instrument.spoken}</a>
          ) : undefined,
        },
      ]}
    />
  );
}
