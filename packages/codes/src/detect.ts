/** `detect`: what anything that a scanner or a person gives may be. */
import { candidatesOf } from './clean-text.ts';
import type { Text } from './parsed.ts';
import { MARGIN, rank } from './rank.ts';
import { type CodeReading, describe } from './read-code.ts';

export interface DetectedCode extends CodeReading {
  /** The text that was read: the given one, or what was found in it. */
  readonly code: string;
  /** Why it is taken for this, and what was done to the text first. */
  readonly reasons: readonly Text[];
  /** Evidence in bits; only its order means anything to a reader. */
  readonly score: number;
}

export interface Detection {
  /** The text as given. */
  readonly text: string;
  /** The likeliest first; empty where no scheme knows the text. */
  readonly readings: readonly DetectedCode[];
  /** Whether the first two are so near that nothing but the goods themselves can tell. */
  readonly ambiguous: boolean;
}

const READINGS_MAX = 12;
const LENGTH_MAX = 4_000; // a QR code holds 2,953 bytes
/** A broken reading with less evidence says more about the number than about the scheme: any number has some length. */
const BROKEN_MIN = 5;
/** Readings this far behind the first, in bits, are not worth a look. */
const FAR_BEHIND = 25;

/**
 * All that the text may be, ranked, with reasons. A code met in several candidate texts counts once, at its best. Takes
 * time linear in the text, of which no more than the first 4,000 characters are looked at.
 */
export function detect(text: string): Detection {
  const best = new Map<string, DetectedCode>();
  for (const candidate of candidatesOf(text.slice(0, LENGTH_MAX))) {
    const all = rank(candidate.text);
    for (const reading of all) {
      const score = reading.score - candidate.cost;
      const code = describe(reading, candidate.text, all);
      // Of broken readings, one a scheme is enough, whatever was cut from the text to get there.
      const key = `${code.scheme} ${code.name.en} ${code.wellFormed ? code.canonical : ''}`;
      if ((best.get(key)?.score ?? Number.NEGATIVE_INFINITY) >= score) continue;
      best.set(key, { ...code, code: candidate.text, reasons: [...candidate.steps, ...reading.reasons], score });
    }
  }
  const sorted = [...best.values()].sort((a, b) => b.score - a.score || a.code.length - b.code.length);
  const top = sorted[0]?.score ?? 0;
  const readings = sorted
    .filter(({ score, wellFormed }) => score > top - FAR_BEHIND && (wellFormed || score >= BROKEN_MIN))
    .slice(0, READINGS_MAX);
  return { text, readings, ambiguous: isAmbiguous(readings) };
}

function isAmbiguous(readings: readonly DetectedCode[]): boolean {
  const [first, second] = readings.filter(({ wellFormed }) => wellFormed);
  return (
    first !== undefined &&
    second !== undefined &&
    first.canonical !== second.canonical &&
    first.score - second.score < MARGIN
  );
}
