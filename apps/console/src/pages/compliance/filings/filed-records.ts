/** Which records a filing is of: they are refused whole, whatever lines they have. Pure. */
import type { Line } from './use-filed.ts';

export interface FiledRecord {
  readonly eventID: string;
  /** Its lines stand together. */
  readonly first: number;
  readonly last: number;
  /** What its first line says, for whoever looks for it. */
  readonly words: string;
}

/** Of what a line says, as much as fits beside its number. */
const WORDS_MAX = 3;

export function recordsOf(lines: readonly Line[]): readonly FiledRecord[] {
  const records = new Map<string, FiledRecord>();
  for (const { eventID, line, cells } of lines) {
    const before = records.get(eventID);
    const told = cells.filter((cell) => cell !== '').slice(0, WORDS_MAX);
    records.set(
      eventID,
      before === undefined ? { eventID, first: line, last: line, words: told.join(' · ') } : { ...before, last: line },
    );
  }
  return [...records.values()];
}
