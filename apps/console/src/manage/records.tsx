import type { ReactNode } from 'react';

export interface Column<Row> {
  /** Where two may have the same label. */
  readonly key?: string;
  readonly label: string;
  readonly cell: (row: Row) => ReactNode;
}

interface RecordsProps<Row> {
  /** What the table is of, for a screen reader. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** Said where there is no row. */
  readonly empty: string;
}

/** Rows in a table at a desk; on a phone each is a card, whose lines carry the names of the columns. */
export function Records<Row>({ caption, columns, rows, keyOf, empty }: RecordsProps<Row>): ReactNode {
  if (rows.length === 0) return <p className="nothing soft">{empty}</p>;
  return (
    <table className="records">
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ label, key = label }) => (
            <th key={key} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map(({ label, cell, key = label }) => (
              <td key={key} data-label={label}>
                <div>{cell(row)}</div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
