/** Opens a file on disk as a table, whatever its name says: an Excel workbook, or texts in rows. */
import { open } from 'node:fs/promises';
import { readCsv } from './read-csv.ts';
import { readWorkbook } from './read-workbook.ts';
import type { Table, TableLimits } from './table.ts';
import { toldKind } from './told-kind.ts';
import { tooLarge } from './zip-directory.ts';

/** Nothing stays open between two reads. @throws Problem `table.…` */
export async function openTable(path: string, limits: TableLimits): Promise<Table> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (size > limits.bytesMax) throw tooLarge();
    return (await toldKind(file)) === 'workbook' ? await readWorkbook(path, limits) : await readCsv(path);
  } finally {
    await file.close();
  }
}
