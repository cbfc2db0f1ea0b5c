import type { RecommendationRegisterView } from '#app/domain/recommendations/list-recommendations.server.ts';
import { RESPONSE_WORDS } from '#app/domain/recommendations/responses.ts';
import { pathTo } from '#app/paths.ts';
import { LinkButton } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { formatNumber } from '../ui/format.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { SelectFilters } from '../ui/select-filters.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { RecommendationTable } from './recommendation-table.tsx';

/** What States were recommended, what they answered, and whether we push it. */
export function RecommendationRegister({ register }: { register: RecommendationRegisterView }) {
  const { active, choices, counts, next, reading, response } = register;
  const others = active.filter(({ name }) => name !== 'response');
  const words = Object.fromEntries(others.map(({ name, value }) => [name, value]));
  const asked = { ...words, response: response ?? '' };
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <PageHeader
        title="Recommendations"
        meta="To States, by the bodies that reviewed them"
        acts={<LinkButton href={pathTo.recommendationsFile(asked)}>Export</LinkButton>}
      />
      <Tabs
        label="Answer of the State"
        tabs={[
          {
            label: 'All',
            href: pathTo.recommendations(words),
            count: formatNumber(total, reading),
            current: response === null,
          },
          ...counts.map((one) => ({
            label: RESPONSE_WORDS[one.response],
            href: pathTo.recommendations({ ...words, response: one.response }),
            count: formatNumber(one.count, reading),
            current: response === one.response,
          })),
        ]}
      />
      <SelectFilters
        at={pathTo.recommendations}
        active={others}
        kept={{ response: response ?? '' }}
        filters={[
          { name: 'country', label: 'Country', options: choices.countries },
          { name: 'body', label: 'Body', options: choices.bodies },
          { name: 'work_area', label: 'Work area', options: choices.workAreas },
          { name: 'instrument', label: 'Instrument', options: choices.instruments },
          { name: 'pushed', label: 'Pushed by us', options: choices.pushed },
        ]}
      />
      {register.recommendations.length === 0 ? (
        <EmptyState title="No recommendation like this">
          {active.length > 0
            ? 'Remove a filter to see more.'
            : 'Open a review that was held, and paste what came of it.'}
        </EmptyState>
      ) : (
        <>
          <RecommendationTable
            caption="Recommendations, review by review"
            rows={register.recommendations}
            reading={reading}
          />
          <Pagination
            note="Review by review. What pushes them is counted within your access."
            newerHref={register.turned ? pathTo.recommendations(asked) : null}
            newerLabel="From the first"
            olderHref={next && pathTo.recommendations({ ...asked, after: next })}
            olderLabel="Next"
          />
        </>
      )}
    </>
  );
}
