import { Button, LinkButton } from '../button.tsx';
import { EmptyState } from '../empty-state.tsx';
import { FilterBar } from '../filter-bar.tsx';
import { LevelMark } from '../level-mark.tsx';
import { Menu } from '../menu.tsx';
import { Notice } from '../notice.tsx';
import { PageHeader } from '../page-header.tsx';
import { Pagination } from '../pagination.tsx';
import { RecordActs } from '../record-acts.tsx';
import { NameSearch, SelectFilters } from '../select-filters.tsx';
import { Select } from '../select.tsx';
import { Tabs } from '../tabs.tsx';
import { Toast } from '../toast.tsx';
import { Sample } from './sample.tsx';

export function SampleControls() {
  return (
    <>
      <Sample name="button">
        <div className="button-row">
          <Button look="main" shortcut="Ctrl ↵">
            Save interaction
          </Button>
          <Button>Save and log another</Button>
          <Button look="quiet">Add advice</Button>
          <Button look="grave">Archive</Button>
          <Button small>Find</Button>
          <Button disabled>Saving…</Button>
          <LinkButton href="#button">Export</LinkButton>
        </div>
      </Sample>
      <Sample name="record-acts">
        <RecordActs mayRestore={false} mayChange edit="#record-acts" archival="#record-acts" />
        <RecordActs mayRestore mayChange={false} edit="#record-acts" archival="#record-acts" />
      </Sample>
      <Sample name="menu">
        <Menu label="More">
          <li>
            <a href="#button">Print</a>
          </li>
          <li>
            <button type="button">Archive</button>
          </li>
        </Menu>
      </Sample>
      <Sample name="page-header">
        <PageHeader
          title="NPM draft law: seat, budget and immunity of members"
          marks={<LevelMark level="confidential" />}
          meta="Meeting, 24 Nov 2026"
          crumbs={[{ label: 'Interactions', href: '#page-header' }]}
          acts={<LinkButton href="#page-header">Edit</LinkButton>}
        />
      </Sample>
      <Sample name="tabs">
        <Tabs
          label="Parts of the record"
          tabs={[
            { label: 'Timeline', href: '#tabs', current: true },
            { label: 'Advice', href: '#tabs-advice', count: '31' },
            { label: 'People', href: '#tabs-people', count: '12' },
          ]}
        />
      </Sample>
      <Sample name="select-filters">
        <SelectFilters
          at={(query) => `#${new URLSearchParams(query).toString()}`}
          active={[{ name: 'country', value: 'TGO', label: 'Togo' }]}
          filters={[{ name: 'team', label: 'Team', options: [{ value: 'africa', label: 'West Africa' }] }]}
          days
        />
        <NameSearch action="#find" q="mensah" label="Find a person by name" kept={[]} />
      </Sample>
      <Sample name="filter-bar">
        <FilterBar
          action="/_ui"
          clearHref="#filter-bar"
          query={[['region', 'west-africa']]}
          active={[
            { label: 'West Africa', removeHref: '#without-region' },
            { label: 'Since 1 Nov 2026', removeHref: '#without-from' },
          ]}
          addable={[
            {
              key: 'kind',
              label: 'Kind',
              names: ['kind'],
              fields: (
                <Select
                  name="kind"
                  id="filter-kind"
                  label="Kind of interaction"
                  options={[
                    { value: 'meeting', label: 'Meeting' },
                    { value: 'call', label: 'Call' },
                  ]}
                />
              ),
            },
          ]}
        />
      </Sample>
      <Sample name="pagination">
        <Pagination note="Newest first" newerHref="#newer" olderHref="#older" />
      </Sample>
      <Sample name="empty-state">
        <EmptyState
          title="No interaction fits these filters"
          acts={<LinkButton href="#empty-state">Show all kinds</LinkButton>}
        >
          The filter “Kind: Call” leaves out 214 of 214.
        </EmptyState>
      </Sample>
      <Sample name="notice">
        <Notice>You have an unsaved draft from 11:42.</Notice>
        <Notice tone="soon">Archived on 2 Nov 2026 by Amina Diallo.</Notice>
        <Notice tone="late">
          The connection is lost. What you type stays here; saving starts again by itself.
        </Notice>
        <Notice tone="good">All ten names are matched.</Notice>
      </Sample>
      <Sample name="toast">
        <Toast
          toast={{
            message: 'The interaction is archived.',
            open: { label: 'Open', href: '#toast' },
            undo: { action: '/_ui' },
          }}
        />
      </Sample>
    </>
  );
}
