import type { RecommendationGlance } from '#app/domain/recommendations/list-recommendations.server.ts';
import { pathTo } from '#app/paths.ts';
import { Panel } from '../ui/panel.tsx';
import { ResponseTag } from './response-tag.tsx';

/** A few recommendations that are tied to an instrument or a work area; nothing where there is none. */
export function TiedRecommendations(props: {
  recommendations: readonly RecommendationGlance[];
  query: Record<string, string>;
}) {
  if (props.recommendations.length === 0) return null;
  return (
    <Panel
      title="Recommendations to States"
      note="the last recorded"
      act={<a href={pathTo.recommendations(props.query)}>See all</a>}
    >
      <ul className="plain rows">
        {props.recommendations.map((one) => (
          <li key={one.ref}>
            <a href={pathTo.recommendation(one.ref)}>{one.text}</a> <ResponseTag response={one.response} />
            <span className="sub">
              {one.country.name}, {one.review.title}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
