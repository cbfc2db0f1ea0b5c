import type { CountryReviews as Reviews } from '#app/domain/reviews/reviews-of-country.server.ts';
import { pathTo } from '#app/paths.ts';
import { AnswerTallies } from '../recommendations/answer-tallies.tsx';
import { reviewDates, StandingTag } from '../reviews/review-words.tsx';
import type { Reading } from '../ui/format.ts';
import { Panel } from '../ui/panel.tsx';
import { Lateness } from '../ui/tag.tsx';

/** The reviews to come with the deadline of ours that is next, and how the State answered recommendations. */
export function CountryReviews(props: { iso3: string; reviews: Reviews; reading: Reading }) {
  const { iso3, reviews, reading } = props;
  return (
    <Panel
      title="Reviews to come"
      note="with our next deadline"
      act={<a href={pathTo.reviews({ country: iso3, state: 'all' })}>See all</a>}
    >
      {reviews.coming.length === 0 ? (
        <p className="soft">
          None is known. <a href={pathTo.newReview({ country: iso3 })}>Add one</a>
        </p>
      ) : (
        <ul className="plain rows">
          {reviews.coming.map((one) => (
            <li key={one.ref}>
              <a href={pathTo.review(one.ref)}>{one.title}</a> <StandingTag review={one} reading={reading} />
              <span className="sub">
                {one.body.short}, {reviewDates(one, reading)}
                {one.source ? ` (${one.source})` : null}
              </span>
              {one.next ? (
                <span className="sub">
                  Our {one.next.title.toLowerCase()} <Lateness dueOn={one.next.dueOn} reading={reading} />
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {reviews.answers.length > 0 ? (
        <>
          <h3 className="small">Recommendations to it, by its answer</h3>
          <AnswerTallies answers={reviews.answers} query={{ country: iso3 }} reading={reading} />
        </>
      ) : null}
    </Panel>
  );
}
