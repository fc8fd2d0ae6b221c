/** What the server takes. */
const FILE_BYTES_MAX = 2 * 1024 * 1024;

export type Unfit = 'other' | 'large' | 'unread' | 'json';

export interface ChosenPack {
  readonly name: string;
  /** As it was when it was chosen: what is put in force is what was looked at. */
  readonly content: unknown;
}

/** @returns why it cannot be sent, or what is sent */
export async function readChosen(file: File): Promise<ChosenPack | Unfit> {
  if (!/\.json$/i.test(file.name)) return 'other';
  if (file.size > FILE_BYTES_MAX) return 'large';
  const text = await file.text().catch(() => undefined);
  // Changed since, moved away, or held by another program: the browser says no more.
  if (text === undefined) return 'unread';
  try {
    const content: unknown = JSON.parse(text);
    // The server takes no body that is a bare text or number.
    return typeof content === 'object' && content !== null ? { name: file.name, content } : 'json';
  } catch {
    return 'json';
  }
}
