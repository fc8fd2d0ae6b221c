import { jsonWith } from './json-text.ts';
import type { Put } from './places.ts';
import { xmlWith } from './xml-text.ts';

/**
 * The text of an event as a scanner gave it, with what is put in place of each telephone and identity number that stands in a
 * text for people; all else to the byte.
 * @param context of its document; of JSON it is not needed
 */
export function textWith(
  text: string,
  { context, binding }: { readonly context: unknown; readonly binding: 'json' | 'xml' },
  put: Put,
): string {
  return binding === 'xml' ? xmlWith(text, context, put) : jsonWith(text, put);
}
