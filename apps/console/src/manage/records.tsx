import { Fragment, type ReactNode } from 'react';
import { ListFile } from './list-file/list-file.tsx';
import type { PageAt } from './list-file/page-at.ts';
import type { WrittenColumn } from './list-file/written-column.ts';

export interface Column<Row> extends WrittenColumn<Row> {
  /** Digits stand below digits. */
  readonly isNumber?: boolean;
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
  /** Where the list is given as a file: of the rows where they are all there are, or of all pages. */
  readonly file?: 'rows' | PageAt<Row>;
}

/** Rows in a table at a desk; on a phone each is a card, whose lines carry the names of the columns. */
export function Records<Row>({ file, ...list }: RecordsProps<Row>): ReactNode {
  const { caption, columns, rows, empty } = list;
  if (rows.length === 0) return <p className="nothing soft">{empty}</p>;
  if (file === undefined) return <Table {...list} />;
  const pageAt: PageAt<Row> = file === 'rows' ? async () => ({ rows, next: undefined }) : file;
  return (
    <>
      <ListFile name={caption} columns={columns} pageAt={pageAt} />
      <Table {...list} />
    </>
  );
}

function Table<Row>({ caption, columns, rows, keyOf, below }: RecordsProps<Row>): ReactNode {
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
