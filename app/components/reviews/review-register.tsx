import type { ReviewGlance } from '#app/domain/reviews/glance-reviews.server.ts';
import type { ReviewRegisterView } from '#app/domain/reviews/list-reviews.server.ts';
import { pathTo } from '#app/paths.ts';
import { LinkButton } from '../ui/button.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { formatNumber, type Reading } from '../ui/format.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { SelectFilters } from '../ui/select-filters.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { Lateness } from '../ui/tag.tsx';
import { reviewDates, ReviewSource, StandingTag } from './review-words.tsx';

const TAB_WORDS = {
  coming: 'To come',
  passed: 'Day over: were they held?',
  held: 'Held',
  cancelled: 'Cancelled',
};

/** Reviews of States, the next first, each with the deadline of ours that comes first. */
export function ReviewRegister({ register }: { register: ReviewRegisterView }) {
  const { active, choices, counts, reading, state, sort, next } = register;
  const filters = Object.fromEntries(active.map(({ name, value }) => [name, value]));
  const kept = { state: state === 'coming' ? '' : state, sort: sort === usualSort(state) ? '' : sort };
  const words = { ...filters, ...kept };
  const total = counts.coming + counts.passed + counts.held + counts.cancelled;
  const tabs = [
    ...(['coming', 'passed', 'held', 'cancelled'] as const).map((one) => ({
      label: TAB_WORDS[one],
      value: one === 'coming' ? '' : one,
      count: counts[one],
      current: state === one,
    })),
    { label: 'All', value: 'all', count: total, current: state === 'all' },
  ];
  const soonest = sort === 'date_asc';
  const order = soonest
    ? 'The next first, those without a date last'
    : 'The latest first, those without a date last';
  return (
    <>
      <PageHeader
        title="Reviews"
        meta="Of States by international bodies, with our deadlines before them"
        acts={
          <>
            <LinkButton href={pathTo.reviewsFile(words)}>Export</LinkButton>
            {register.mayKeep ? (
              <LinkButton
                href={pathTo.newReview({ country: filters['country'], body: filters['body'] })}
                look="main"
              >
                Add review
              </LinkButton>
            ) : null}
          </>
        }
      />
      <Tabs
        label="State of the review"
        tabs={tabs.map(({ label, value, count, current }) => ({
          label,
          href: pathTo.reviews({ ...filters, state: value }),
          count: formatNumber(count, reading),
          current,
        }))}
      />
      <SelectFilters
        at={pathTo.reviews}
        active={active}
        kept={kept}
        filters={[
          { name: 'country', label: 'Country', options: choices.countries },
          { name: 'region', label: 'Region', options: choices.regions },
          { name: 'body', label: 'Body', options: choices.bodies },
          { name: 'due', label: 'Our deadlines', options: choices.due },
        ]}
        days
      />
      {register.reviews.length === 0 ? (
        <EmptyState title="No review like this">
          {active.length > 0 ? 'Remove a filter to see more.' : 'Add the reviews that you know of.'}
        </EmptyState>
      ) : (
        <>
          <DataTable
            caption={`Reviews. ${order}`}
            columns={[
              {
                label: 'Begins',
                sort: {
                  href: pathTo.reviews({ ...words, sort: soonest ? 'date_desc' : 'date_asc' }),
                  direction: soonest ? 'ascending' : 'descending',
                },
              },
              { label: 'State under review' },
              { label: 'Review' },
              { label: 'Our next deadline' },
              { label: 'Recommendations', className: 'num' },
            ]}
          >
            {register.reviews.map((one) => reviewRow(one, reading))}
          </DataTable>
          <Pagination
            note={order}
            newerHref={register.turned ? pathTo.reviews(words) : null}
            newerLabel="From the first"
            olderHref={next && pathTo.reviews({ ...words, after: next })}
            olderLabel="Next"
          />
        </>
      )}
    </>
  );
}

const usualSort = (state: string): string => (state === 'coming' ? 'date_asc' : 'date_desc');

function reviewRow(one: ReviewGlance, reading: Reading) {
  return (
    <tr key={one.ref}>
      <td className="tight">
        {reviewDates(one, reading)}
        <span className="sub">
          <StandingTag review={one} reading={reading} />
        </span>
      </td>
      <td>
        <a href={pathTo.country(one.country.iso3)}>{one.country.name}</a>
        <span className="sub">{one.body.short}</span>
      </td>
      <td className="title">
        <a href={pathTo.review(one.ref)}>{one.title}</a>
        <span className="sub">
          <ReviewSource review={one} reading={reading} />
        </span>
      </td>
      <td data-label="Our next deadline">
        {one.next ? (
          <>
            {one.next.title}
            <span className="sub">
              <Lateness dueOn={one.next.dueOn} reading={reading} />
              {one.openDeadlines > 1 ? ` and ${one.openDeadlines - 1} more` : null}
            </span>
          </>
        ) : (
          <span className="soft">None set</span>
        )}
      </td>
      <td className="num" data-label="Recommendations">
        {one.recommendations === 0 ? (
          <span className="soft">0</span>
        ) : (
          <a href={pathTo.recommendations({ review: one.ref })}>
            {formatNumber(one.recommendations, reading)}
          </a>
        )}
      </td>
    </tr>
  );
}
