/** A text that is written in some encoding, with parts of what it says replaced and every other character as it stood. */
import { personalDataIn } from '@suyuan/codes';
import type { Put } from './places.ts';

/** Characters of a source from `from` to before `to`, replaced. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly by: string;
}

/** What a part of a source says, and where in it each of its UTF-16 units is written. */
export interface Decoded {
  readonly text: string;
  readonly from: (unit: number) => number;
  readonly to: (unit: number) => number;
}

/**
 * One edit for what is found, and one more for each piece of it that stands apart (behind a comment, in a section of its own):
 * nothing between is touched.
 */
export function editsOf({ text, from, to }: Decoded, put: Put): Edit[] {
  const edits: Edit[] = [];
  for (const found of personalDataIn(text)) {
    let piece = { from: from(found.start), to: to(found.start), by: put(found) };
    for (let unit = found.start + 1; unit < found.end; unit += 1) {
      if (from(unit) === piece.to) piece.to = to(unit);
      else {
        edits.push(piece);
        piece = { from: from(unit), to: to(unit), by: '' };
      }
    }
    edits.push(piece);
  }
  return edits;
}

/** @param edits that do not overlap, in any order */
export function edited(source: string, edits: readonly Edit[]): string {
  let [written, at] = ['', 0];
  for (const { from, to, by } of [...edits].sort((a, b) => a.from - b.from)) {
    written += source.slice(at, from) + by;
    at = to;
  }
  return written + source.slice(at);
}
