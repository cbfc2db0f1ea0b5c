import type { CountryPage as View } from '#app/domain/countries/show-country.server.ts';
import { pathTo } from '#app/paths.ts';
import { Flow } from '../ui/flow.tsx';
import { formatNumber, pluralise } from '../ui/format.ts';
import { Panel } from '../ui/panel.tsx';

/** How many pieces of advice stand at each step, and what ended otherwise. */
export function AdviceOutcome({ country }: { country: View }) {
  const { iso3, advice, reading } = country;
  const at = (words: Record<string, string>) =>
    pathTo.advice({ country: iso3, from: advice.since, ...words });
  const year = advice.since.slice(0, 4);
  const median =
    advice.medianMonths === null
      ? ''
      : pluralise(
          advice.medianMonths,
          { one: ', median {n} month to a first adoption', other: ', median {n} months to a first adoption' },
          reading,
        );
  return (
    <Panel
      title="What came of our advice"
      note={
        pluralise(
          advice.total,
          { one: `{n} piece since ${year}`, other: `{n} pieces since ${year}` },
          reading,
        ) + median
      }
      act={<a href={at({})}>See all</a>}
    >
      {advice.total === 0 ? (
        <p className="soft">No advice since {year} within your access.</p>
      ) : (
        <>
          <Flow
            label="What came of our advice"
            steps={advice.steps.map(({ code, label, count }) => ({
              key: code,
              count: formatNumber(count, reading),
              label,
              href: count > 0 ? at({ status: code }) : undefined,
            }))}
          />
          <p className="panel-foot">
            {advice.waiting && advice.waiting.count > 0 ? (
              <a href={at({ status: advice.waiting.code, to: advice.waiting.until })}>
                {pluralise(
                  advice.waiting.count,
                  {
                    one: '{n} without an answer for over six months',
                    other: '{n} without an answer for over six months',
                  },
                  reading,
                )}
              </a>
            ) : null}
            {advice.otherEnds.map(({ code, label, count }, index) => (
              <span key={code}>
                {index > 0 || (advice.waiting && advice.waiting.count > 0) ? ' · ' : ''}
                <a href={at({ status: code })}>
                  {label}: {formatNumber(count, reading)}
                </a>
              </span>
            ))}
          </p>
        </>
      )}
    </Panel>
  );
}
