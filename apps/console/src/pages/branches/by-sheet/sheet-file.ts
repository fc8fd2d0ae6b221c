/** The workbook of branches: where it is got and sent, and what may be one. */
export const SHEET_PATH = '/v1/branches/sheet';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** What the server takes. */
export const FILE_BYTES_MAX = 1024 * 1024;
/** As above. */
export const ROWS_MAX = 5_000;

export type Unfit = 'other' | 'large' | 'unread';

export interface ChosenFile {
  readonly name: string;
  /** As it was when it was chosen: whatever is then changed in Excel has not been checked. */
  readonly content: Blob;
}

/** @returns why it cannot be sent, or what is sent; by its name, as a browser does not always know the type */
export async function readChosen(file: File): Promise<ChosenFile | Unfit> {
  if (!/\.xlsx$/i.test(file.name)) return 'other';
  if (file.size > FILE_BYTES_MAX) return 'large';
  try {
    return { name: file.name, content: new Blob([await file.arrayBuffer()], { type: XLSX }) };
  } catch {
    // Changed since, moved away, or held by another program: the browser says no more.
    return 'unread';
  }
}
