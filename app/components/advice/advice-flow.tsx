import type { AdviceFlow } from '#app/domain/advice/advice-flow.server.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Flow } from '../ui/flow.tsx';
import { formatNumber, pluralise, type Reading } from '../ui/format.ts';
import { Panel } from '../ui/panel.tsx';
import { layFlow, WIDTH, type Bar, type FlowLayout } from './flow-layout.ts';

interface FlowProps {
  flow: AdviceFlow;
  reading: Reading;
  /** The rows of one status. */
  hrefOf: (code: string) => string;
}

/** Where advice stands, how far it came and how long each step took: a picture, and the same as a table. */
export function AdviceFlowPanel(props: FlowProps) {
  const { flow, reading } = props;
  return (
    <Panel
      title="What came of it"
      note={
        flow.isNewestOnly
          ? `the newest ${formatNumber(flow.total, reading)} of these; narrow the dates to see others`
          : pluralise(flow.total, { one: '{n} piece of advice', other: '{n} pieces of advice' }, reading)
      }
      id="flow"
    >
      <FlowPicture {...props} />
      <div className="flow-steps">
        <Flow
          label="Where the advice stands"
          steps={[...flow.stages, ...flow.ends.filter(({ count }) => count > 0)].map((one) => {
            const count = 'standing' in one ? one.standing : one.count;
            return {
              key: one.code,
              count: formatNumber(count, reading),
              label: one.label,
              ...(count > 0 ? { href: props.hrefOf(one.code) } : {}),
            };
          })}
        />
      </div>
      <details className="fold">
        <summary>As a table, with the days between steps</summary>
        <FlowTable {...props} />
      </details>
    </Panel>
  );
}

function FlowPicture({ flow, reading, hrefOf }: FlowProps) {
  const layout = layFlow(flow);
  return (
    <svg
      className="advice-flow"
      viewBox={`0 0 ${WIDTH} ${layout.height}`}
      role="group"
      aria-label="The way of the advice, from given to in practice"
    >
      {layout.stages.map(({ all, onward }, place) => (
        <g key={flow.stages[place]?.code} aria-hidden="true">
          {onward ? <path className="band" d={onward} /> : null}
          <rect className="passed" {...all} />
        </g>
      ))}
      <EndStreams layout={layout} flow={flow} />
      {flow.stages.map((stage, place) => {
        const at = layout.stages[place];
        return at ? (
          <StageLabel key={stage.code} stage={stage} standing={at.standing} {...{ reading, hrefOf }} />
        ) : null;
      })}
      {flow.stages.slice(1).map((stage, place) => (
        <text
          key={stage.code}
          className="small"
          x={(layout.stages[place + 1]?.all.x ?? 0) - 12}
          y={48}
          textAnchor="end"
        >
          {stage.medianDays === null ? '' : `median ${daysInWords(stage.medianDays, reading)}`}
        </text>
      ))}
      {layout.ends.map(({ bar, code }) => {
        const end = flow.ends.find((one) => one.code === code);
        return end ? <EndLabel key={code} end={end} bar={bar} {...{ reading, hrefOf }} /> : null;
      })}
    </svg>
  );
}

function EndStreams({ layout, flow }: { layout: FlowLayout; flow: AdviceFlow }) {
  return (
    <g aria-hidden="true">
      {layout.ends.map(({ code, bar, streams }) => {
        const meaning = flow.ends.find((one) => one.code === code)?.meaning ?? 'closed';
        return (
          <g key={code} className={meaning}>
            {streams.map(({ path, width }) => (
              <path key={path} className="stream" d={path} strokeWidth={width} />
            ))}
            <rect className="solid" {...bar} />
          </g>
        );
      })}
    </g>
  );
}

function StageLabel(props: {
  stage: AdviceFlow['stages'][number];
  standing: Bar;
  reading: Reading;
  hrefOf: FlowProps['hrefOf'];
}) {
  const { stage, standing, reading } = props;
  const label = (
    <>
      <rect className="hit" x={standing.x} y={0} width={96} height={36} />
      <text className="count" x={standing.x} y={16}>
        {formatNumber(stage.standing, reading)}
      </text>
      <text x={standing.x} y={33}>
        {stage.label}
      </text>
      <rect className="solid" {...standing} />
    </>
  );
  return (
    <g className={stage.meaning}>
      {stage.standing > 0 ? <a href={props.hrefOf(stage.code)}>{label}</a> : label}
      <text className="small" x={standing.x} y={48}>
        {stage.reached > stage.standing
          ? pluralise(stage.reached, { one: '{n} came this far', other: '{n} came this far' }, reading)
          : ''}
      </text>
    </g>
  );
}

function EndLabel(props: {
  end: AdviceFlow['ends'][number];
  bar: Bar;
  reading: Reading;
  hrefOf: FlowProps['hrefOf'];
}) {
  const { end, bar, reading } = props;
  return (
    <g className={end.meaning}>
      <a href={props.hrefOf(end.code)}>
        <rect className="hit" x={bar.x} y={bar.y + 8} width={150} height={20} />
        <text x={bar.x} y={bar.y + 24}>
          <tspan className="count">{formatNumber(end.count, reading)}</tspan> {end.label}
        </text>
      </a>
      <text className="small" x={bar.x} y={bar.y + 41}>
        {end.medianSinceGiven === null ? '' : `median ${daysInWords(end.medianSinceGiven, reading)}`}
      </text>
    </g>
  );
}

/** "41 days"; half days come of the mean of two. */
function daysInWords(days: number, reading: Reading): string {
  return pluralise(days, { one: '{n} day', other: '{n} days' }, reading);
}

function FlowTable({ flow, reading, hrefOf }: FlowProps) {
  const days = (value: number | null) => (value === null ? '–' : formatNumber(value, reading));
  const rows = [
    ...flow.stages.map((one) => ({ ...one, stands: one.standing, far: formatNumber(one.reached, reading) })),
    ...flow.ends.map((one) => ({ ...one, stands: one.count, far: '–' })),
  ];
  return (
    <DataTable
      caption="Where the advice stands, and the median days between steps"
      columns={[
        { label: 'Status' },
        { label: 'Stands there now', className: 'num' },
        { label: 'Came this far', className: 'num' },
        { label: 'Made this step', className: 'num' },
        { label: 'Median days since the step before', className: 'num' },
        { label: 'Median days since given', className: 'num' },
      ]}
    >
      {rows.map((row) => (
        <tr key={row.code}>
          <th scope="row">{row.label}</th>
          <td className="num" data-label="Stands there now">
            {row.stands > 0 ? (
              <a href={hrefOf(row.code)}>{formatNumber(row.stands, reading)}</a>
            ) : (
              formatNumber(0, reading)
            )}
          </td>
          <td className="num" data-label="Came this far">
            {row.far}
          </td>
          <td className="num" data-label="Made this step">
            {formatNumber(row.made, reading)}
          </td>
          <td className="num" data-label="Median days since the step before">
            {days(row.medianDays)}
          </td>
          <td className="num" data-label="Median days since given">
            {days(row.medianSinceGiven)}
          </td>
        </tr>
      ))}
    </DataTable>
  );
}
