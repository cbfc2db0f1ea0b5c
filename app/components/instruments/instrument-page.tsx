import type { InstrumentPage as View } from '#app/domain/instruments/show-instrument.server.ts';
import { pathTo } from '#app/paths.ts';
import { AdviceList } from '../advice/advice-list.tsx';
import { InteractionTimeline } from '../timeline/interaction-timeline.tsx';
import { TiedRecommendations } from '../recommendations/tied-recommendations.tsx';
import { FactList } from '../ui/definition-strip.tsx';
import { formatDate } from '../ui/format.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { Panel } from '../ui/panel.tsx';
import { InstrumentStates } from './instrument-states.tsx';

export function InstrumentPage({ instrument }: { instrument: View }) {
  const { code, reading } = instrument;
  return (
    <>
      <PageHeader
        title={instrument.label}
        crumbs={[{ label: 'Instruments', href: pathTo.instruments() }]}
        meta={instrument.title}
      />
      <div className="grid">
        <div className="c7 stack">
          {instrument.states ? (
            <InstrumentStates code={code} states={instrument.states} reading={reading} />
          ) : (
            <OurWork instrument={instrument} />
          )}
        </div>
        <div className="c5 stack">
          <Facts instrument={instrument} />
          {instrument.states ? <OurWork instrument={instrument} /> : null}
          <Panel title="Advice on it" act={<a href={pathTo.advice({ instrument: code })}>See all</a>}>
            {instrument.advice.length === 0 ? (
              <p className="soft">None is recorded within your access.</p>
            ) : (
              <AdviceList advice={instrument.advice} reading={reading} recipients />
            )}
          </Panel>
          <TiedRecommendations recommendations={instrument.recommendations} query={{ instrument: code }} />
        </div>
      </div>
    </>
  );
}

function OurWork({ instrument: { code, latest, reading } }: { instrument: View }) {
  return (
    <Panel
      title="Our work on it"
      note="latest interactions"
      act={<a href={pathTo.interactions({ instrument: code })}>See all</a>}
    >
      {latest.length === 0 ? (
        <p className="soft">No interaction within your access names it.</p>
      ) : (
        <InteractionTimeline entries={latest} reading={reading} countries />
      )}
    </Panel>
  );
}

function Facts({ instrument }: { instrument: View }) {
  const { reading, provisions } = instrument;
  return (
    <Panel title="Facts">
      <FactList
        facts={[
          { term: 'Kind', value: instrument.isTreaty ? 'Treaty' : 'Guidelines or principles' },
          { term: 'By', value: instrument.body },
          { term: 'Reach', value: instrument.region },
          { term: 'Adopted', value: formatDate(instrument.adoptedOn, reading) },
          { term: 'In force', value: instrument.isTreaty ? formatDate(instrument.inForceOn, reading) : null },
          { term: 'Reference', value: instrument.reference },
          {
            term: 'Confidence',
            value:
              instrument.confidence === 'recalled' ? (
                <span className="soon">recalled: check before quoting</span>
              ) : (
                instrument.confidence
              ),
          },
        ]}
      />
      {instrument.why ? <p className="panel-foot">{instrument.why}.</p> : null}
      {provisions.length > 0 ? (
        <details className="earlier">
          <summary>Provisions that advice points at ({provisions.length})</summary>
          <ul className="plain rows">
            {provisions.map((one) => (
              <li key={one.code}>
                <span className="strong">{one.code}</span> {one.heading}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Panel>
  );
}
