/** Tables of texts (RFC 4180) as programs really write them: by comma, semicolon or tab, in the encodings of China too. */
import { Problem } from '@suyuan/api';
import { placeAt } from './merged-cells.ts';
import { CELL_CHARS_MAX, type Cell, COLUMNS_MAX, ROWS_MAX, type Table, type TableRow } from './table.ts';
import { encodingOf, textOf } from './text-encoding.ts';

/** Of the beginning, to see what separates. */
const SAMPLE_CHARS = 64 * 1024;
const SAMPLE_ROWS = 50;
const SEPARATORS = ['\t', ';', ','];

/** @throws Problem `table.unreadable` */
export async function readCsv(path: string): Promise<Table> {
  const encoding = await encodingOf(path);
  async function* rows(): AsyncGenerator<TableRow> {
    let [row, from, separator] = [0, 0, ''];
    const splitter = recordSplitter();
    for await (const text of textOf(path, encoding)) {
      if (separator === '') {
        const told = /^sep=([,;|\t])(\r\n|\n|\r)/i.exec(text);
        [separator, from] =
          told === null ? [separatorOf(text.slice(0, SAMPLE_CHARS)), 0] : [told[1] ?? ',', told[0].length];
      }
      for (const record of splitter.split(from === 0 ? text : text.slice(from), separator)) {
        row += 1;
        if (hasText(record)) yield rowOf(row, record);
      }
      from = 0;
      if (row > ROWS_MAX) throw new Problem('table.too-large');
      splitter.mustBeBounded(row + 1);
    }
    const last = splitter.end();
    if (last === undefined) throw new Problem('table.quotes', { row: row + 1 });
    if (hasText(last)) yield rowOf(row + 1, last);
  }
  return { sheets: [''], rows };
}

const hasText = (record: readonly string[]): boolean => record.some((text) => text !== '');

function rowOf(row: number, record: readonly string[]): TableRow {
  const cells = new Map<number, Cell>();
  for (const [index, text] of record.entries()) {
    if (text === '') continue;
    if (index >= COLUMNS_MAX) throw new Problem('table.columns', { row, max: COLUMNS_MAX });
    if (text.length > CELL_CHARS_MAX) throw new Problem('table.cell', { row, max: CELL_CHARS_MAX });
    // So that Excel keeps the digits of a code, some programs write it as a formula.
    const code = /^="([^"]*)"$/.exec(text)?.[1];
    cells.set(index + 1, { place: placeAt(index + 1, row), text: code ?? text, kind: 'text' });
  }
  return { row, cells };
}

/** What stands as often in most rows as in the others; of two such, what stands there more often. */
function separatorOf(sample: string): string {
  const scored = SEPARATORS.map((separator) => {
    const records = [...recordSplitter().split(`${sample}\n`, separator)].filter(hasText).slice(0, SAMPLE_ROWS);
    const counts = records.map(({ length }) => length - 1).filter((count) => count > 0);
    const alike = Math.max(0, ...counts.map((count) => counts.filter((other) => other === count).length));
    return { separator, alike, sum: counts.reduce((sum, count) => sum + count, 0) };
  });
  const [best] = scored.sort((a, b) => b.alike - a.alike || b.sum - a.sum);
  return best === undefined || best.sum === 0 ? ',' : best.separator;
}

/** Records out of pieces of text. A quote that begins a cell quotes it to the next that stands alone; any other is a sign. */
function recordSplitter() {
  let record: string[] = [];
  let cell = '';
  let state: 'begin' | 'plain' | 'quoted' | 'quote' = 'begin';
  let isAfterReturn = false;
  const endCell = (): void => {
    if (record.length <= COLUMNS_MAX) record.push(cell);
    [cell, state] = ['', 'begin'];
  };
  return {
    *split(text: string, separator: string): Generator<readonly string[]> {
      const stop = new RegExp(`[\\r\\n${separator === '\\' ? '\\\\' : separator}]`, 'g');
      for (let at = 0; at < text.length; ) {
        const sign = text[at] ?? '';
        if (state === 'quoted') {
          const quote = text.indexOf('"', at);
          const end = quote < 0 ? text.length : quote;
          if (cell.length <= CELL_CHARS_MAX) cell += text.slice(at, end);
          at = end + 1;
          if (quote >= 0) state = 'quote';
        } else if (sign === '"' && (state === 'begin' || state === 'quote')) {
          if (state === 'quote') cell += '"';
          state = 'quoted';
          at += 1;
        } else if (sign === '\n' && isAfterReturn) at += 1;
        else if (sign === '\n' || sign === '\r') {
          endCell();
          yield record;
          record = [];
          at += 1;
        } else if (sign === separator) {
          endCell();
          at += 1;
        } else {
          stop.lastIndex = at;
          const end = stop.exec(text)?.index ?? text.length;
          if (cell.length <= CELL_CHARS_MAX) cell += text.slice(at, end);
          [state, at] = ['plain', end];
        }
        isAfterReturn = sign === '\r' && state === 'begin';
      }
    },
    mustBeBounded(row: number): void {
      if (cell.length <= CELL_CHARS_MAX) return;
      throw state === 'quoted'
        ? new Problem('table.quotes', { row })
        : new Problem('table.cell', { row, max: CELL_CHARS_MAX });
    },
    /** The last one, which no line end follows; undefined within quotes. */
    end(): readonly string[] | undefined {
      if (state === 'quoted') return undefined;
      endCell();
      return record;
    },
  };
}
