/** Files for tests of tables: workbooks part by part as other programs write them, and texts in any encoding. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openTable } from '../../src/platform/tables/open-table.ts';
import type { Table, TableLimits, TableRow } from '../../src/platform/tables/table.ts';
import { writeZip } from '../../src/platform/xlsx/write-zip.ts';

export const LIMITS: TableLimits = { bytesMax: 200 * 1024 * 1024, inflatedMax: 1024 * 1024 * 1024 };

let folder: Promise<string> | undefined;
let made = 0;
afterAll(async () => {
  if (folder !== undefined) await rm(await folder, { recursive: true });
  folder = undefined;
});

export async function aFile(content: string | Uint8Array | AsyncIterable<Uint8Array>): Promise<string> {
  folder ??= mkdtemp(join(tmpdir(), 'tables-'));
  const path = join(await folder, `${made++}.bin`);
  await writeFile(path, content);
  return path;
}

export const openFile = async (content: string | Uint8Array, limits = LIMITS): Promise<Table> =>
  openTable(await aFile(content), limits);

export const rowsOf = async (table: Table, sheet = table.sheets[0] ?? ''): Promise<readonly TableRow[]> =>
  Array.fromAsync(table.rows(sheet));

/** Each row as `B7=text`, in order. */
export const placesOf = (rows: readonly TableRow[]): readonly string[] =>
  rows.flatMap(({ cells }) => [...cells.values()].map(({ place, text }) => `${place}=${text}`));

export interface MadeBook {
  /** What stands in `sheetData`, and behind it; one a sheet. */
  readonly sheets: readonly (string | { readonly rows: string; readonly behind?: string; readonly state?: string })[];
  readonly shared?: readonly string[];
  /** Codes of formats: style 1 has the first. A number is one that every workbook knows. */
  readonly formats?: readonly (string | number)[];
  readonly from1904?: boolean;
  readonly more?: Readonly<Record<string, string>>;
}

const NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';

/** In the order of Excel, the texts behind the sheets. */
export async function aWorkbook({ sheets, shared = [], formats = [], from1904, more = {} }: MadeBook): Promise<Buffer> {
  const all = sheets.map((sheet) => (typeof sheet === 'string' ? { rows: sheet } : sheet));
  const own = formats.flatMap((code, n) => (typeof code === 'string' ? [[170 + n, code] as const] : []));
  const parts: Record<string, string> = {
    '_rels/.rels': `<Relationships ${RELS}><Relationship Id="a" Type="${R}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook ${NS} xmlns:r="${R}"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${all.map(({ state }, n) => `<sheet name="表${n + 1}" sheetId="${n + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="s${n}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships ${RELS}>${all.map((_, n) => `<Relationship Id="s${n}" Type="${R}/worksheet" Target="worksheets/sheet${n}.xml"/>`).join('')}<Relationship Id="t" Type="${R}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="y" Type="${R}/styles" Target="/xl/styles.xml"/></Relationships>`,
    ...Object.fromEntries(
      all.map(({ rows, behind = '' }, n) => [
        `xl/worksheets/sheet${n}.xml`,
        `<worksheet ${NS}><sheetData>${rows}</sheetData>${behind}</worksheet>`,
      ]),
    ),
    'xl/styles.xml': `<styleSheet ${NS}><numFmts>${own.map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats.map((code, n) => `<xf numFmtId="${typeof code === 'number' ? code : 170 + n}"/>`).join('')}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst ${NS}>${shared.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    ...more,
  };
  return zipped(parts);
}

export async function zipped(parts: Readonly<Record<string, string>>): Promise<Buffer> {
  const all = Object.entries(parts).map(([name, text]) => ({ name, content: [text] }));
  return Buffer.concat(await Array.fromAsync(writeZip(all)));
}
