/** A GS1 identifier as a scheme: which key it is, which qualifiers make it one, and its parts to and fro. */
import { isOtherUri } from '../canonical.ts';
import { type Parsed, parsed, refused } from '../parsed.ts';
import { primary, rank } from '../rank.ts';
import type { CodeParts } from '../scheme.ts';
import { refuseElement } from './application-identifiers.ts';
import { formatDigitalLink, type Gs1Code, NO_QUALIFIERS } from './digital-link.ts';
import { clash, KEY_BY_SEGMENT, type KeyForm } from './keys.ts';
import { codeOfParts, kindOf, partsOf } from './parts.ts';
import type { Gs1SchemeFacts } from './schemes-table.ts';
import { parseSpelled } from './spelled.ts';
import { padValue } from './value.ts';

export interface Gs1Scheme extends Gs1SchemeFacts {
  /** The parts of a code in any GS1 spelling, or of the key's bare value. */
  parse(text: string): Parsed<CodeParts>;
  isValid(text: string): boolean;
  /** The canonical Digital Link of these parts; undefined where they make no well-formed code of this scheme. */
  format(parts: CodeParts): string | undefined;
}

export function gs1Scheme(facts: Gs1SchemeFacts): Gs1Scheme {
  const key = KEY_BY_SEGMENT.get(facts.ai);

  function parse(text: string): Parsed<CodeParts> {
    const spelled = readGs1(text);
    if (spelled?.ok === false) return spelled;
    if (key === undefined) return refused('registry');
    if (spelled?.ok && spelled.value.key === key) {
      return kindOf(spelled.value) === facts.id ? parsed(partsOf(spelled.value)) : refused('registry');
    }
    const bare = { key, value: padValue(key.ai, text), qualifiers: NO_QUALIFIERS };
    // A text spelled out as another key is none of this one; a bare value may suit several.
    if (kindOf(bare) !== facts.id || (spelled?.ok && !/^\d+$/.test(text))) return refused('registry');
    const reason = refuseElement(key.ai, bare.value);
    return reason === undefined ? parsed(partsOf(bare)) : refused(reason);
  }

  function format(parts: CodeParts): string | undefined {
    if (key === undefined) return undefined;
    const code = codeOfParts(key, parts);
    return isWellFormed(key, code) && kindOf(code) === facts.id ? formatDigitalLink(code) : undefined;
  }

  return { ...facts, parse, format, isValid: (text) => parse(text).ok };
}

/** A GS1 code in any spelling, or that a bare text most likely is; undefined when it is none. */
function readGs1(text: string): Parsed<Gs1Code> | undefined {
  const spelled = parseSpelled(text);
  if (spelled !== undefined || isOtherUri(text)) return spelled;
  const reading = primary(rank(text));
  return reading?.found.is === 'gs1' ? parsed(reading.found.code) : undefined;
}

function isWellFormed(key: KeyForm, { value, qualifiers }: Gs1Code): boolean {
  if (refuseElement(key.ai, value) !== undefined || clash(key, [...qualifiers.keys()]) !== undefined) return false;
  return [...qualifiers].every(([ai, text]) => refuseElement(ai, text) === undefined);
}
