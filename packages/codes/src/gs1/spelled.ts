/** The GS1 spellings that say themselves what they are. */
import type { Parsed } from '../parsed.ts';
import { type Gs1Code, parseDigitalLink } from './digital-link.ts';
import { isMarkedElements, parseElementString } from './element-string.ts';
import { parseEpcUrn } from './epc-urn.ts';

/**
 * Link, URN and marked elements, told apart by their first character, without weighing anything else; undefined for all
 * other texts.
 */
export function parseSpelled(code: string): Parsed<Gs1Code> | undefined {
  switch (code.charCodeAt(0)) {
    case 72: // H
    case 104: // h
      return parseDigitalLink(code);
    case 85: // U
    case 117: // u
      return parseEpcUrn(code);
    default:
      return isMarkedElements(code) ? parseElementString(code) : undefined;
  }
}
