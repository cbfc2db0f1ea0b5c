import type { ReactNode } from 'react';

export interface HeatCell {
  count: number;
  /** The rows that were counted; every number opens them. */
  href?: string;
}

export interface HeatRow {
  key: string;
  label: ReactNode;
  cells: readonly HeatCell[];
}

/** Depth of a count, 0 to 10, for the class `heat-N`; any count above none is at least 1. */
export function heatStep(count: number, most: number): number {
  if (count <= 0 || most <= 0) return 0;
  return Math.max(1, Math.min(10, Math.round((count / most) * 10)));
}

/** Counts by row and period. Several groups of rows share one scale. With more than six periods a phone shows the last four. */
export function HeatTable(props: {
  caption: string;
  rowsLabel: string;
  periods: readonly string[];
  groups: readonly (readonly HeatRow[])[];
}) {
  const most = Math.max(0, ...props.groups.flat().flatMap((row) => row.cells.map((cell) => cell.count)));
  return (
    <table className={props.periods.length > 6 ? 'heat keep wide' : 'heat keep'}>
      <caption className="unseen">{props.caption}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="unseen">{props.rowsLabel}</span>
          </th>
          {props.periods.map((period, index) => (
            <th key={index} scope="col">
              {period}
            </th>
          ))}
        </tr>
      </thead>
      {props.groups.map((rows, group) => (
        <tbody key={group}>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.label}</th>
              {row.cells.map((cell, index) => (
                <td key={index}>{heatCell(cell, most)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

// a plain function, not a component: a table of these has hundreds of cells
function heatCell({ count, href }: HeatCell, most: number) {
  const depth = `heat-${heatStep(count, most)}`;
  if (count > 0 && href) {
    return (
      <a className={depth} href={href}>
        {count}
      </a>
    );
  }
  return <span className={depth}>{count > 0 ? count : '·'}</span>;
}
