/** An .xlsx or .xlsm workbook on disk (ECMA-376 part 1, §18): its sheets, each read as a stream. Macros are a part nobody opens. */
import { Problem } from '@suyuan/api';
import { mergedAreas, mergedOf } from './merged-cells.ts';
import { type Book, readSheet } from './read-sheet.ts';
import { sharedTexts } from './shared-texts.ts';
import type { Table, TableLimits, TableRow } from './table.ts';
import { ofArchive } from './told-kind.ts';
import { dayStyles } from './workbook-styles.ts';
import { readXml } from './xml-pass.ts';
import { tooLarge, unreadable } from './zip-directory.ts';
import { type Archive, openArchive } from './zip-part.ts';

const SHEETS_MAX = 1_000;
/** Of what lists the sheets, and of looks: some hundred kilobytes in real workbooks. */
const LIST_BYTES_MAX = 16 * 1024 * 1024;

/** @throws Problem `table.…` */
export async function readWorkbook(path: string, { inflatedMax }: TableLimits): Promise<Table> {
  const archive = await openArchive(path, inflatedMax);
  const ties = await tiesOf(archive, '_rels/.rels', '');
  const main = ties.find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  if (!archive.has(main) || main.endsWith('.bin')) throw ofArchive(archive.names());
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const parts = await tiesOf(archive, `${folder}_rels/${main.slice(folder.length)}.rels`, folder);
  const { sheets, from1904 } = await sheetsOf(archive, main, parts);
  const partOf = (type: string): string => parts.find((tie) => tie.type === type)?.target ?? '';
  let shared: Promise<Book> | undefined;
  const bookOf = async (): Promise<Book> => ({
    from1904,
    shared: await sharedTexts(archive, partOf('sharedStrings')),
    isDay: await dayStyles(archive, listed(archive, partOf('styles'))),
  });
  async function* rows(sheet: string): AsyncGenerator<TableRow> {
    const part = sheets.get(sheet);
    if (part === undefined) throw new Problem('table.sheet', { sheet });
    // Inflated twice: what is merged stands behind the rows, and a broken part is refused before its first row.
    const areas = await mergedAreas(archive.part(part));
    shared ??= bookOf();
    yield* readSheet(archive.part(part), { ...(await shared), merged: mergedOf(areas) });
  }
  return { sheets: [...sheets.keys()], rows };
}

function listed(archive: Archive, part: string): string {
  if (archive.bytesOf(part) > LIST_BYTES_MAX) throw tooLarge();
  return part;
}

interface Tie {
  readonly id: string;
  /** The end of its address: `worksheet`. */
  readonly type: string;
  /** From the root of the archive. */
  readonly target: string;
}

async function tiesOf(archive: Archive, part: string, folder: string): Promise<readonly Tie[]> {
  const ties: Tie[] = [];
  await readXml(archive.part(listed(archive, part)), {
    open(name, { Id, Type, Target }) {
      if (name !== 'Relationship' || Id === undefined || Target === undefined) return;
      const target = Target.startsWith('/') ? Target.slice(1) : `${folder}${Target}`;
      ties.push({ id: Id, type: Type?.split('/').at(-1) ?? '', target });
    },
  });
  return ties;
}

/** Those that one sees, or all where one sees none. Charts have no cells. */
async function sheetsOf(
  archive: Archive,
  part: string,
  ties: readonly Tie[],
): Promise<{ readonly sheets: ReadonlyMap<string, string>; readonly from1904: boolean }> {
  const [seen, hidden] = [new Map<string, string>(), new Map<string, string>()];
  let from1904 = false;
  await readXml(archive.part(listed(archive, part)), {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      const tie = ties.find((one) => one.id === id);
      if (tie?.type !== 'worksheet' || attributes.name === undefined) return;
      (attributes.state === undefined || attributes.state === 'visible' ? seen : hidden).set(
        attributes.name,
        tie.target,
      );
      if (seen.size + hidden.size > SHEETS_MAX) throw tooLarge();
    },
  });
  const sheets = seen.size > 0 ? seen : hidden;
  if (sheets.size === 0) throw unreadable();
  return { sheets, from1904 };
}
