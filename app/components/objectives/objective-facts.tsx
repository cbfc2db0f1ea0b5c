import type { ObjectiveView } from '#app/domain/objectives/show-objective.server.ts';
import { pathTo } from '#app/paths.ts';
import { MuteButton } from '../notifications/mute-button.tsx';
import { FactList } from '../ui/definition-strip.tsx';
import { formatDate, formatDaysSince } from '../ui/format.ts';
import { LEVEL_WORDS } from '../ui/level-mark.tsx';
import { Panel } from '../ui/panel.tsx';
import { Lateness, Tag } from '../ui/tag.tsx';
import { WorkAreaLink } from '../ui/work-area-mark.tsx';
import { StalledTag } from './stalled-tag.tsx';

/** Country, instrument, owner, target, next step: what one looks for first. */
export function ObjectiveFacts({ view }: { view: ObjectiveView }) {
  const { country, instrument, area, reading } = view;
  return (
    <Panel title="The facts">
      <FactList
        facts={[
          {
            term: 'Stage',
            value: (
              <>
                <strong>{view.stage.label}</strong>{' '}
                {view.stalled === null ? null : <StalledTag days={view.stalled} reading={reading} />}
                <span className="sub">for {formatDaysSince(view.movedOn, reading)}</span>
              </>
            ),
          },
          { term: 'Next step', value: view.nextStep || <span className="soft">none written down</span> },
          {
            term: 'Target',
            value: view.targetOn ? (
              <>
                {formatDate(view.targetOn, reading)}{' '}
                {view.meaning === 'open' ? <Lateness dueOn={view.targetOn} reading={reading} /> : null}
              </>
            ) : (
              <span className="soft">no date</span>
            ),
          },
          { term: 'Owner', value: view.owner },
          { term: 'Country', value: <a href={pathTo.country(country.iso3)}>{country.name}</a> },
          {
            term: 'Work area',
            value: area ? <WorkAreaLink area={area} href={pathTo.workArea(area.code)} /> : null,
          },
          {
            term: 'Instrument',
            value: instrument ? <a href={pathTo.instrument(instrument.code)}>{instrument.label}</a> : null,
          },
          { term: 'Team', value: view.team },
          { term: 'Set by', value: view.author },
          {
            term: 'Sensitivity',
            value: view.level === 'internal' ? <Tag>All colleagues</Tag> : LEVEL_WORDS[view.level],
          },
        ]}
      />
      <MuteButton noun="objective" recordRef={view.ref} muted={view.muted} />
    </Panel>
  );
}
