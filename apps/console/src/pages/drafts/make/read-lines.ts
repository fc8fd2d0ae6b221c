/** What a person typed, one code a line, and what each of them is. Pure. */
import type { CodeAnswer } from '@suyuan/api';

/** A draft is written by hand; whole deliveries are captured as files. */
export const CODES_MAX = 100;

export interface CodeLine {
  /** Counted from one, as a person counts, empty ones too. */
  readonly line: number;
  readonly code: string;
}

export function codeLines(text: string): readonly CodeLine[] {
  return text
    .split('\n')
    .map((code, at) => ({ line: at + 1, code: code.trim() }))
    .filter(({ code }) => code !== '');
}

export type Reading =
  | { readonly is: 'instance' | 'class'; readonly canonical: string }
  | { readonly is: 'wrong' | 'unknown' | 'notGoods' };

/** Of one thing, of a class or lot of them, or of nothing that an event is about. */
export function readingOf({ scheme, names, canonical, wellFormed }: CodeReading): Reading {
  if (!wellFormed) return { is: 'wrong' };
  if (INSTANCES.includes(names)) return { is: 'instance', canonical };
  if (CLASSES.includes(names)) return { is: 'class', canonical };
  // Somebody's own scheme: a URI is taken as it is, whatever it names.
  if (scheme === 'unknown' && URI.test(canonical)) return { is: 'instance', canonical };
  return { is: scheme === 'unknown' ? 'unknown' : 'notGoods' };
}

export type CodeReading = Pick<CodeAnswer, 'scheme' | 'names' | 'canonical' | 'wellFormed'>;

const INSTANCES: readonly string[] = ['instance', 'logistic', 'asset'];
const CLASSES: readonly string[] = ['class', 'lot'];
const URI = /^(urn:[a-z0-9][a-z0-9-]+:|https?:\/\/)\S+$/i;
