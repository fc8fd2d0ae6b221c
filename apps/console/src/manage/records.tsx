import { Fragment, type ReactNode } from 'react';

export interface Column<Row> {
  /** Where two may have the same label. */
  readonly key?: string;
  readonly label: string;
  /** Digits stand below digits. */
  readonly isNumber?: boolean;
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
  /** What is said of a row in full width below it; null where nothing is. */
  readonly below?: (row: Row) => ReactNode;
}

/** Rows in a table at a desk; on a phone each is a card, whose lines carry the names of the columns. */
export function Records<Row>({ caption, columns, rows, keyOf, empty, below }: RecordsProps<Row>): ReactNode {
  if (rows.length === 0) return <p className="nothing soft">{empty}</p>;
  return (
    <table className="records">
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ label, isNumber, key = label }) => (
            <th key={key} scope="col" className={isNumber ? 'number' : undefined}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const more = below?.(row) ?? null;
          return (
            <Fragment key={keyOf(row)}>
              <tr>
                {columns.map(({ label, isNumber, cell, key = label }) => (
                  <td key={key} data-label={label} className={isNumber ? 'number' : undefined}>
                    <div>{cell(row)}</div>
                  </td>
                ))}
              </tr>
              {more === null ? null : (
                <tr className="below">
                  <td colSpan={columns.length}>{more}</td>
                </tr>
              )}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}
