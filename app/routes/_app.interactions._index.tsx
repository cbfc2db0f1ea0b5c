import type { LoaderFunctionArgs } from '@remix-run/node';
import { interactionRows } from '#app/components/interactions/list/interaction-rows.tsx';
import { ListFilters } from '#app/components/interactions/list/list-filters.tsx';
import { LinkButton } from '#app/components/ui/button.tsx';
import { DataTable } from '#app/components/ui/data-table.tsx';
import { EmptyState } from '#app/components/ui/empty-state.tsx';
import { formatNumber } from '#app/components/ui/format.ts';
import { PageHeader } from '#app/components/ui/page-header.tsx';
import { Pagination } from '#app/components/ui/pagination.tsx';
import { listInteractions } from '#app/domain/interactions/list-interactions.server.ts';
import { withoutWord } from '#app/domain/interactions/without-word.ts';
import { pathTo } from '#app/paths.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readListRequest } from '#app/web/list-request.server.ts';
import { page, usePage } from '#app/web/respond.ts';

export const meta = () => [{ title: 'Interactions · Rapport' }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  return page(await listInteractions(context, readListRequest(args.request)));
}

export default function Interactions() {
  const list = usePage<typeof loader>();
  const { reading } = list;
  const query = Object.fromEntries(list.query);
  const sort = list.oldestFirst ? 'date_asc' : undefined;
  const number = formatNumber(list.count, reading);
  const counted = list.countedAll ? `${number} within your access` : `More than ${number} within your access`;
  return (
    <>
      <PageHeader
        title="Interactions"
        meta={counted}
        acts={<LinkButton href={pathTo.interactionsFile(query)}>Export</LinkButton>}
      />
      <ListFilters active={list.active} query={list.query} choices={list.choices} reading={reading} />
      {list.lines.length === 0 ? (
        <NothingFound list={list} query={query} />
      ) : (
        <>
          <DataTable
            caption="Interactions"
            columns={[
              {
                label: 'Date',
                sort: {
                  href: pathTo.interactions({ ...query, sort: list.oldestFirst ? undefined : 'date_asc' }),
                  direction: list.oldestFirst ? 'ascending' : 'descending',
                },
              },
              { label: 'Interaction' },
              { label: 'With' },
              { label: 'Country' },
              { label: 'Areas' },
              { label: 'Gave rise to' },
            ]}
          >
            {interactionRows(list.lines, reading)}
          </DataTable>
          <Pagination
            note={list.oldestFirst ? 'Oldest first' : 'Newest first'}
            newerHref={list.newer && pathTo.interactions({ ...query, sort, after: list.newer })}
            olderHref={list.older && pathTo.interactions({ ...query, sort, before: list.older })}
          />
        </>
      )}
    </>
  );
}

type List = ReturnType<typeof usePage<typeof loader>>;

function NothingFound({ list, query }: { list: List; query: Record<string, string> }) {
  if (list.active.length === 0) {
    return (
      <EmptyState
        title="No interactions yet"
        acts={
          list.mayLog ? (
            <LinkButton look="main" href={pathTo.newInteraction()}>
              Log the first interaction
            </LinkButton>
          ) : null
        }
      >
        <p>Meetings, calls, visits and letters stand here, newest first, as far as you may see them.</p>
      </EmptyState>
    );
  }
  const { widest } = list;
  return (
    <EmptyState
      title="Nothing fits these filters"
      acts={<LinkButton href={pathTo.interactions()}>Clear all filters</LinkButton>}
    >
      {widest ? (
        <p>
          The filter that leaves out most is{' '}
          <a href={pathTo.interactions({ ...query, ...withoutWord(widest.name) })}>{widest.label}</a>: without
          it there would be{' '}
          {widest.count > 1000 ? 'more than 1,000' : formatNumber(widest.count, list.reading)}.
        </p>
      ) : (
        <p>Without any single one of them there would still be nothing: take two away.</p>
      )}
    </EmptyState>
  );
}
