/** A text that a given one may stand for, and how it was made. */
import type { Text } from './parsed.ts';

export interface Candidate {
  readonly text: string;
  /** What was done to the given text, in order; empty for the text itself. */
  readonly steps: readonly Text[];
  /** What that costs in likelihood, in bits. */
  readonly cost: number;
}

/** What was done to a text, and what that costs in likelihood, in bits. */
export interface Step {
  readonly said: Text;
  readonly cost: number;
}

/** The candidate with one more step done; itself where that changes nothing. */
export const step = (from: Candidate, text: string, { said, cost }: Step): Candidate =>
  text === from.text ? from : { text, steps: [...from.steps, said], cost: from.cost + cost };
