import { RESPONSES } from '#app/domain/recommendations/responses.ts';
import type { ReviewView } from '#app/domain/reviews/show-review.server.ts';
import { pathTo } from '#app/paths.ts';
import { LinkButton } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { formatNumber, pluralise } from '../ui/format.ts';
import { Panel } from '../ui/panel.tsx';
import { AnswerTallies } from './answer-tallies.tsx';
import { RecommendationTable } from './recommendation-table.tsx';

/** What came of a review: how the State answered, each number opening its rows, then the recommendations. */
export function ReviewRecommendations({ view }: { view: ReviewView }) {
  const { ref, responses, recommendations, reading } = view;
  const total = RESPONSES.reduce((sum, response) => sum + (responses[response] ?? 0), 0);
  const all = pathTo.recommendations({ review: ref });
  return (
    <Panel
      id="recommendations"
      title="Recommendations"
      note={pluralise(total, { one: '{n} recorded', other: '{n} recorded' }, reading)}
      act={
        view.mayKeep ? (
          <LinkButton small href={pathTo.newRecommendations(ref)}>
            Add recommendations
          </LinkButton>
        ) : undefined
      }
    >
      {total === 0 ? (
        <EmptyState title="None recorded yet">
          {view.standing === 'coming'
            ? 'They come after the review. Paste them then, one a line.'
            : 'Paste them from the report of the body, one a line.'}
        </EmptyState>
      ) : (
        <>
          <AnswerTallies
            answers={RESPONSES.map((response) => ({ response, count: responses[response] ?? 0 })).filter(
              ({ count }) => count > 0,
            )}
            query={{ review: ref }}
            reading={reading}
          />
          <RecommendationTable
            caption="Recommendations of this review"
            rows={recommendations}
            reading={reading}
            within="review"
          />
          {total > recommendations.length ? (
            <p className="panel-foot">
              <a href={all}>See all {formatNumber(total, reading)}</a>
            </p>
          ) : null}
        </>
      )}
    </Panel>
  );
}
