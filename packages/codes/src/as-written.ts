/** A code as it stands on goods and papers. */
import { gs1Of } from './canonical.ts';
import { elementsOf } from './equivalents.ts';
import { formatBracketed } from './gs1/element-string.ts';
import { readNamed } from './named.ts';

/** Digits as they stand under a bar code. */
const PRINTED = /^[\d\s-]+$/;

/**
 * Without what is there for programs alone: the name of the scheme before `cn-drug:…`, the address around a GS1 key, the
 * mark of a symbol. Of a GS1 key its elements with their numbers in brackets, `(01)06951181105326(10)L1`. Any other text,
 * and a code that is broken, as it is.
 */
export function asWritten(text: string): string {
  if (PRINTED.test(text)) return text;
  const name = readNamed(text);
  if (name !== undefined) return name.read.ok ? name.code : text;
  const key = gs1Of(text);
  return key === undefined ? text : formatBracketed(elementsOf(key));
}
