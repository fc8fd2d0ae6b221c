/** `detect`: what anything that a scanner or a person gives may be. */
import { candidatesOf } from './clean-text.ts';
import type { Text } from './parsed.ts';
import { areTwins, MARGIN, rank } from './rank.ts';
import { type CodeReading, describe, readCode, readUnknown } from './read-code.ts';

export interface DetectedCode extends CodeReading {
  /** The text that was read: the given one, or what was found in it. */
  readonly code: string;
  /** Why it is taken for this, and what was done to the text first. */
  readonly reasons: readonly Text[];
  /** Evidence in bits; only its order means anything to a reader. */
  readonly score: number;
  /** Whether the evidence is enough to take the text for it; what is not sure is offered, not chosen. */
  readonly sure: boolean;
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
/** One character from whole says better what is wrong than the spaces that were typed between. */
const NEARLY_WHOLE = 2;
/** Readings this far behind the first, in bits, are not worth a look. */
const FAR_BEHIND = 25;

/**
 * All that the text may be, ranked, with reasons. A code met in several candidate texts counts once, at its best. Takes
 * time linear in the text, of which no more than the first 4,000 characters are looked at.
 */
export function detect(text: string): Detection {
  const best = new Map<string, DetectedCode>();
  for (const candidate of candidatesOf(text.slice(0, LENGTH_MAX))) {
    for (const reading of rank(candidate.text)) {
      const code = describe(reading, candidate.text);
      const nearly = code.refusal?.expected === undefined ? 0 : NEARLY_WHOLE;
      const score = reading.score - candidate.cost + nearly;
      // Of broken readings, one a scheme is enough, whatever was cut from the text to get there.
      const key = `${code.scheme} ${code.name.en} ${code.wellFormed ? code.canonical : ''}`;
      if ((best.get(key)?.score ?? Number.NEGATIVE_INFINITY) >= score) continue;
      const reasons = [...candidate.steps, ...reading.reasons];
      best.set(key, { ...code, code: candidate.text, reasons, score, sure: reading.isSure });
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
  if (first === undefined || second === undefined || first.canonical === second.canonical) return false;
  return first.score - second.score < MARGIN || areTwins(first.kind ?? first.scheme, second.kind ?? second.scheme);
}

/** What a text is taken for, by whoever answers: the server, a page, the command line. */
export interface Interpretation {
  readonly reading: CodeReading;
  /** The text that was read so: the given one, or what was found in it. */
  readonly code: string;
  /** All that the text may be. */
  readonly detection: Detection;
}

/**
 * The one answer to a typed or scanned text. A code that is whole as it stands is what it says; of anything else the
 * likeliest reading leads, whole or broken, if its evidence is enough. Else the text is a code of its own, and what it may
 * be is offered beside.
 */
export function interpret(text: string): Interpretation {
  const detection = detect(text);
  const asItStands = readCode(text);
  const self = { reading: asItStands, code: text, detection };
  const isKnown = asItStands.scheme !== 'unknown';
  if (asItStands.wellFormed && isKnown && isChosen(detection, asItStands)) return self;
  const first = detection.readings.find(({ sure }) => sure);
  if (first !== undefined) return { reading: first, code: first.code, detection };
  // Whole, and not sure: unknown, so that it stands for itself.
  if (asItStands.wellFormed && isKnown) return { ...self, reading: readUnknown(text) };
  return self;
}

function isChosen({ readings }: Detection, own: CodeReading): boolean {
  const found = readings.find(({ canonical, scheme }) => canonical === own.canonical && scheme === own.scheme);
  return found?.sure ?? true;
}
