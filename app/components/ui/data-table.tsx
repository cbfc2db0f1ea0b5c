import type { ReactNode } from 'react';

export interface Column {
  label: string;
  /** Where a click on the head sorts to; `direction` when the rows are sorted by it now. */
  sort?: { href: string; direction?: 'ascending' | 'descending' };
  /** Label for listeners only (a column of marks or checkboxes). */
  unseen?: boolean;
  className?: 'num' | 'pick' | 'date';
}

/**
 * Frame and head of a list. The rows are the caller's, as plain `<tr>` (a component a cell would be most of the page's
 * cost): td.title, td.date, td.num, td.tight, td.pick, `.sub` for second lines; `data-label` names a cell on phones.
 */
export function DataTable(props: {
  caption: string;
  /** The heading of the page usually says it already. */
  captionSeen?: boolean;
  columns: readonly Column[];
  children: ReactNode;
}) {
  return (
    <table className="table">
      <caption className={props.captionSeen ? undefined : 'unseen'}>{props.caption}</caption>
      <thead>
        <tr>
          {props.columns.map((column) => (
            <th
              key={column.label}
              scope="col"
              className={column.className}
              aria-sort={column.sort?.direction}
            >
              {column.sort ? (
                <a href={column.sort.href}>{column.label}</a>
              ) : column.unseen ? (
                <span className="unseen">{column.label}</span>
              ) : (
                column.label
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{props.children}</tbody>
    </table>
  );
}

/** First cell of a row that can be chosen for a bulk act. */
export function PickCell({ name = 'pick', value, label }: { name?: string; value: string; label: string }) {
  return (
    <td className="pick">
      <label>
        <input type="checkbox" name={name} value={value} aria-label={label} />
      </label>
    </td>
  );
}
