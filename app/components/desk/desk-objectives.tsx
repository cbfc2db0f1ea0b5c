import type { DeskPage } from '#app/domain/desk/show-desk.server.ts';
import { pathTo } from '#app/paths.ts';
import { StalledTag } from '../objectives/stalled-tag.tsx';
import { recordTitle } from '../timeline/record-words.ts';
import { LevelMark } from '../ui/level-mark.tsx';
import { Panel } from '../ui/panel.tsx';

/** The reader's own objectives that have not moved for long; nothing where all of them do. */
export function DeskObjectives({ desk: { stalled, reading } }: { desk: DeskPage }) {
  if (stalled.length === 0) return null;
  return (
    <Panel
      title="Objectives that stall"
      note="yours"
      act={<a href={pathTo.objectives({ view: 'table', owner: 'me' })}>All of yours</a>}
    >
      <ul className="entries">
        {stalled.map((one) => (
          <li key={one.ref}>
            <p>
              <a href={pathTo.objective(one.ref)}>{recordTitle(one, one.title)}</a>{' '}
              <LevelMark level={one.level} /> <StalledTag days={one.stalled} reading={reading} />
            </p>
            <p className="sub">
              {[one.country.name, one.stageLabel, one.nextStep].filter(Boolean).join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
