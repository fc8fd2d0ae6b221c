import { type ReactNode, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { manageText } from '../../i18n/manage.ts';
import { useText } from '../../i18n/use-text.ts';
import { cellText } from './cell-text.ts';
import type { WrittenColumn } from './written-column.ts';

interface DrawnTexts<Row> {
  /** Is drawn where the list is, so that words and settings are the same; nobody sees it. */
  readonly drawn: ReactNode;
  /** What a file says of these rows, cell by cell. */
  readonly textsOf: (rows: readonly Row[]) => readonly (readonly string[])[];
}

/** Reads cells as they are drawn, so that a file says what the list says; `text` of a column goes before. */
export function useDrawnTexts<Row>(columns: readonly WrittenColumn<Row>[]): DrawnTexts<Row> {
  const none = useText(manageText)('none');
  const [box] = useState(() => document.createElement('div'));
  const [rows, setRows] = useState<readonly Row[]>([]);
  const lines = rows.map((row, at) => (
    <div key={at}>
      {columns.map(({ cell, text, label, key = label }) => (
        <div key={key}>{text === undefined ? cell(row) : null}</div>
      ))}
    </div>
  ));
  return {
    drawn: createPortal(lines, box),
    textsOf: (wanted) => {
      flushSync(() => setRows(wanted));
      const texts = [...box.children].map((line) => [...line.children].map(cellText));
      flushSync(() => setRows([]));
      return wanted.map((row, at) =>
        columns.map(({ text }, of) => {
          const said = text?.(row) ?? texts[at]?.[of] ?? '';
          return said === none ? '' : said;
        }),
      );
    },
  };
}
