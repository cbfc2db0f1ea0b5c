import type { ReactNode } from 'react';
import type { Choice } from '#app/domain/reference/filters.server.ts';
import { pathTo } from '#app/paths.ts';
import { LinkButton } from '../ui/button.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { SelectFilters } from '../ui/select-filters.tsx';
import { Tabs } from '../ui/tabs.tsx';

interface Frame {
  view: 'board' | 'table';
  /** Code of the set of stages; '' for all of them. */
  track: string;
  active: readonly { name: string; value: string; label: string }[];
  choices: Record<
    'tracks' | 'countries' | 'regions' | 'areas' | 'owners' | 'stalled' | 'levels',
    readonly Choice[]
  >;
  mayLog: boolean;
}

/** What board and table share: title, the two views, the sets of stages, the filters. */
export function BoardFrame({ frame, meta, children }: { frame: Frame; meta: string; children: ReactNode }) {
  const { view, track, active, choices } = frame;
  const words = Object.fromEntries(active.map(({ name, value }) => [name, value]));
  const kept = { view: view === 'table' ? 'table' : '', track };
  const country = words['country'];
  const at = (query: Record<string, string>) => pathTo.objectives({ ...kept, ...words, ...query });
  return (
    <>
      <PageHeader
        title="Objectives"
        meta={meta}
        acts={
          <>
            <LinkButton href={pathTo.objectivesFile({ track, ...words })}>Export</LinkButton>
            {frame.mayLog ? (
              <LinkButton look="main" href={pathTo.newObjective({ country, track })}>
                New objective
              </LinkButton>
            ) : null}
          </>
        }
      />
      <div className="views">
        <Tabs
          label="Sets of stages"
          tabs={[
            ...(view === 'table' ? [{ label: 'All', href: at({ track: '' }), current: track === '' }] : []),
            ...choices.tracks.map(({ value, label }) => ({
              label,
              href: at({ track: value }),
              current: value === track,
            })),
          ]}
        />
        <Tabs
          label="Views"
          tabs={[
            { label: 'Board', href: at({ view: '' }), current: view === 'board' },
            { label: 'Table', href: at({ view: 'table' }), current: view === 'table' },
          ]}
        />
      </div>
      <SelectFilters
        at={pathTo.objectives}
        active={active}
        kept={kept}
        filters={[
          { name: 'country', label: 'Country', options: choices.countries },
          { name: 'region', label: 'Region', options: choices.regions },
          { name: 'work_area', label: 'Work area', options: choices.areas },
          { name: 'owner', label: 'Owner', options: choices.owners },
          { name: 'stalled', label: 'Stalled', options: choices.stalled },
          { name: 'level', label: 'Sensitivity', options: choices.levels },
        ]}
      />
      {children}
    </>
  );
}
