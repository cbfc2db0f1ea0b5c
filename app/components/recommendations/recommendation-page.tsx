import type { RecommendationView } from '#app/domain/recommendations/show-recommendation.server.ts';
import { pathTo } from '#app/paths.ts';
import { reviewDates, ReviewSource } from '../reviews/review-words.tsx';
import { ChangeHistory } from '../timeline/change-history.tsx';
import { FactList } from '../ui/definition-strip.tsx';
import { formatInstant } from '../ui/format.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { Panel } from '../ui/panel.tsx';
import { RecordActs } from '../ui/record-acts.tsx';
import { WorkAreaLink } from '../ui/work-area-mark.tsx';
import { AnswerPanel, type RefusedAnswer } from './answer-panel.tsx';
import { RECOMMENDATION_ACTS } from './change-words.ts';
import { PushPanel, type RefusedLink } from './push-panel.tsx';
import { ResponseTag } from './response-tag.tsx';

/** One recommendation: its words, what the State answered, and what of ours pushes it. */
export function RecommendationPage(props: {
  view: RecommendationView;
  refusedAnswer?: RefusedAnswer | undefined;
  refusedLink?: RefusedLink | undefined;
}) {
  const { view } = props;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Recommendations', href: pathTo.recommendations({ country: view.country.iso3 }) },
          { label: view.review.title, href: `${pathTo.review(view.review.ref)}#recommendations` },
        ]}
        title={view.number ? `Recommendation ${view.number}` : 'Recommendation'}
        marks={
          <>
            <ResponseTag response={view.response} />
            {view.archived ? <span className="tag late">Archived</span> : null}
          </>
        }
        meta={`To ${view.country.name}`}
        acts={
          <RecordActs
            mayRestore={view.mayRestore}
            mayChange={view.mayKeep}
            edit={pathTo.editRecommendation(view.ref)}
            archival={pathTo.recommendationArchival(view.ref)}
          />
        }
      />
      <div className="grid">
        <div className="c7 stack">
          <Panel title="What is recommended">
            <blockquote className="prose">
              {view.text.split(/\n+/).map((text, index) => (
                <p key={index}>{text}</p>
              ))}
            </blockquote>
          </Panel>
          <PushPanel view={view} refused={props.refusedLink} />
          <ChangeHistory history={view.history} words={RECOMMENDATION_ACTS} reading={view.reading} />
        </div>
        <div className="c5 stack">
          <AnswerPanel view={view} refused={props.refusedAnswer} />
          <Facts view={view} />
        </div>
      </div>
    </>
  );
}

function Facts({ view }: { view: RecommendationView }) {
  const { review, reading } = view;
  return (
    <Panel title="The facts">
      <FactList
        facts={[
          { term: 'State', value: <a href={pathTo.country(view.country.iso3)}>{view.country.name}</a> },
          {
            term: 'Recommended by',
            value: view.by ? <a href={pathTo.country(view.by.iso3)}>{view.by.name}</a> : view.body?.name,
          },
          {
            term: 'Review',
            value: (
              <>
                <a href={pathTo.review(review.ref)}>{review.title}</a>, {reviewDates(review, reading)}
              </>
            ),
          },
          {
            term: 'Source',
            value: <ReviewSource review={review} reading={reading} />,
          },
          {
            term: 'On',
            value: view.instrument && (
              <>
                <a href={pathTo.instrument(view.instrument.code)}>{view.instrument.spoken}</a>
                {view.instrument.provision ? ` ${view.instrument.provision}` : null}
              </>
            ),
          },
          {
            term: 'Work areas',
            value: (
              <span className="inline">
                {view.areas.map((area) => (
                  <WorkAreaLink key={area.code} area={area} href={pathTo.workArea(area.code)} />
                ))}
              </span>
            ),
          },
          { term: 'Recorded', value: `${view.author}, ${formatInstant(view.recordedAt, reading)}` },
        ]}
      />
    </Panel>
  );
}
