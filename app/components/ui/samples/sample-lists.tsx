import { DataTable, PickCell } from '../data-table.tsx';
import { DefinitionStrip, FactList } from '../definition-strip.tsx';
import { EmptyState } from '../empty-state.tsx';
import { LevelMark } from '../level-mark.tsx';
import { Panel } from '../panel.tsx';
import { SourceNote } from '../source-note.tsx';
import { Timeline } from '../timeline.tsx';
import { TodoList } from '../todo-list.tsx';
import { WorkAreaMarks } from '../work-area-mark.tsx';
import { AREAS, READING, Sample } from './sample.tsx';

export function SampleLists() {
  return (
    <>
      <Sample name="data-table">
        <DataTable
          caption="Interactions"
          columns={[
            { label: 'Select', unseen: true, className: 'pick' },
            { label: 'Date', sort: { href: '#oldest-first', direction: 'descending' } },
            { label: 'Interaction', sort: { href: '#by-title' } },
            { label: 'With' },
            { label: 'Country' },
            { label: 'Areas' },
            { label: 'Gave rise to' },
          ]}
        >
          {ROWS.map(([ref, date, title, kind, partner, people, country, areas, rise]) => (
            <tr key={ref}>
              <PickCell value={ref} label={`Select ${title}`} />
              <td className="date">{date}</td>
              <td className="title">
                <a href={`#${ref}`}>{title}</a> {ref === 'r3' ? <LevelMark level="confidential" /> : null}
                <span className="sub">{kind}</span>
              </td>
              <td className="full">
                <a href={`#${ref}-partner`}>{partner}</a>
                <span className="sub">{people}</span>
              </td>
              <td>{country}</td>
              <td className="tight">
                <WorkAreaMarks areas={AREAS.filter(({ mark }) => areas.includes(mark ?? ''))} />
              </td>
              <td>{rise}</td>
            </tr>
          ))}
        </DataTable>
      </Sample>
      <Sample name="definition-strip">
        <DefinitionStrip
          facts={[
            {
              term: 'CAT',
              value: 'Party since 18 Nov 1987',
              tone: 'good',
              note: <SourceNote source="UN Treaty Collection" asOf="2026-02-03" reading={READING} />,
            },
            { term: 'Preventive mechanism', value: 'Due', tone: 'soon', note: 'Late by 4 months' },
            { term: 'ECPT', value: 'unknown' },
          ]}
        />
        <FactList
          facts={[
            { term: 'Owning team', value: 'West Africa' },
            { term: 'Place', value: '' },
            { term: 'Attribution', value: 'Chatham House rule' },
          ]}
        />
      </Sample>
      <Sample name="panel">
        <div className="grid">
          <Panel title="Promises" note="theirs and ours" span={6} act={<a href="#panel">See all</a>}>
            <p>Draft law to us before cabinet.</p>
          </Panel>
          <Panel title="Key people" span={6} foot="Within your access.">
            <EmptyState title="Nobody yet">People appear here once they took part in something.</EmptyState>
          </Panel>
        </div>
      </Sample>
      <Sample name="timeline">
        <Panel title="Latest interactions" note="64 in twelve months" foot="41 in the twelve before">
          <Timeline
            reading={READING}
            entries={[
              {
                key: 'a',
                on: '2026-11-24',
                title: 'NPM draft law: seat and budget',
                href: '#timeline',
                sub: 'Meeting',
              },
              {
                key: 'b',
                on: '2025-10-02',
                title: 'Which deputies still hesitate',
                href: '#timeline-b',
                marks: <LevelMark level="restricted" />,
                sub: 'Call, National Assembly',
              },
            ]}
          />
        </Panel>
      </Sample>
      <Sample name="todo-list">
        <Panel title="Due" note="4 today or late">
          <TodoList
            reading={READING}
            todos={[
              {
                key: '1',
                title: 'Ask for the draft law promised',
                href: '#1',
                dueOn: '2026-11-15',
                sub: 'Togo',
                completeAction: '/_ui',
              },
              {
                key: '2',
                title: 'Call the rapporteur before the vote',
                href: '#2',
                dueOn: '2026-11-24',
                completeAction: '/_ui',
              },
              {
                key: '3',
                title: 'Send comments on art. 12 to 15',
                href: '#3',
                dueOn: '2026-12-01',
                sub: 'Another team’s',
              },
            ]}
          />
        </Panel>
      </Sample>
    </>
  );
}

// ref, date, title, kind, partner, people, country, areas, gave rise to
const ROWS = [
  [
    'r1',
    '24 Nov',
    'NPM draft law: seat, budget and immunity of members',
    'Meeting',
    'Ministry of Justice',
    'A. Mensah, K. Adjavon',
    'TGO',
    'LM',
    '2 advice, 1 follow-up',
  ],
  [
    'r2',
    '23 Nov',
    'Interviewing suspects, module 2 of 3',
    'Training',
    'National Police School',
    '24 police trainers (9 women)',
    'BEN',
    'C',
    '1 follow-up',
  ],
  [
    'r3',
    '21 Nov',
    'Before the committee stage: which deputies still hesitate',
    'Call',
    'National Assembly, Law Committee',
    'M. Kponton',
    'TGO',
    'L',
    '',
  ],
] as const;
