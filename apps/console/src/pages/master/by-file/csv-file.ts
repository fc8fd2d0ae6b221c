/** What may be sent as a file of master data. */
export const CSV = 'text/csv';
/** What the server takes. */
const FILE_BYTES_MAX = 2 * 1024 * 1024;

export type Unfit = 'other' | 'large' | 'unread';

export interface ChosenFile {
  readonly name: string;
  /** As it was when it was chosen, whatever is changed in it afterwards. */
  readonly content: Blob;
}

/** @returns why it cannot be sent, or what is sent; by its name, as Windows says of CSV that it is Excel's */
export async function readChosen(file: File): Promise<ChosenFile | Unfit> {
  if (!/\.csv$/i.test(file.name)) return 'other';
  if (file.size > FILE_BYTES_MAX) return 'large';
  try {
    return { name: file.name, content: new Blob([await file.arrayBuffer()], { type: CSV }) };
  } catch {
    // Changed since, moved away, or held by another program: the browser says no more.
    return 'unread';
  }
}
