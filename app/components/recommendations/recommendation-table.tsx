import type { RecommendationGlance } from '#app/domain/recommendations/list-recommendations.server.ts';
import { pathTo } from '#app/paths.ts';
import { DataTable } from '../ui/data-table.tsx';
import { formatDate, type Reading } from '../ui/format.ts';
import { WorkAreaMarks } from '../ui/work-area-mark.tsx';
import { ResponseTag } from './response-tag.tsx';

/** Recommendations in a table; `within`: all of one review, whose name and State are known already. */
export function RecommendationTable(props: {
  caption: string;
  rows: readonly RecommendationGlance[];
  reading: Reading;
  within?: 'review';
}) {
  const { rows, reading, within } = props;
  const columns = [
    { label: 'No.' },
    { label: 'Recommendation' },
    ...(within ? [] : [{ label: 'Review' }]),
    { label: 'Areas' },
    { label: 'Answer' },
    { label: 'Pushed by', className: 'num' as const },
  ];
  return (
    <DataTable caption={props.caption} columns={columns}>
      {rows.map((one) => recommendationRow(one, reading, within === 'review'))}
    </DataTable>
  );
}

function recommendationRow(one: RecommendationGlance, reading: Reading, within: boolean) {
  const about = [
    one.by ? `by ${one.by.name}` : '',
    one.instrument ? [one.instrument.spoken, one.instrument.provision].filter(Boolean).join(' ') : '',
  ].filter(Boolean);
  return (
    <tr key={one.ref}>
      <td className="tight">{one.number ?? <span className="soft">–</span>}</td>
      <td className="title">
        <a href={pathTo.recommendation(one.ref)}>{one.text}</a>
        {about.length > 0 ? <span className="sub">{about.join(' · ')}</span> : null}
      </td>
      {within ? null : (
        <td className="full">
          <a href={pathTo.country(one.country.iso3)}>{one.country.name}</a>
          <span className="sub">
            <a href={pathTo.review(one.review.ref)}>{one.review.title}</a>
            {', '}
            {formatDate(one.review.startsOn, reading)}
          </span>
        </td>
      )}
      <td>
        <WorkAreaMarks areas={one.areas} />
      </td>
      <td data-label="Answer">
        <ResponseTag response={one.response} />
        {one.responseOn ? <span className="sub">{formatDate(one.responseOn, reading)}</span> : null}
      </td>
      <td className="num" data-label="Pushed by">
        {one.pushes === 0 ? (
          <span className="soft">nothing</span>
        ) : (
          <a href={`${pathTo.recommendation(one.ref)}#pushes`}>{one.pushes} of ours</a>
        )}
      </td>
    </tr>
  );
}
