/** A GS1 code as named parts, the way back, and which of GS1's identifiers it is. */
import type { Names } from '../parsed.ts';
import type { CodeParts } from '../scheme.ts';
import { type Gs1Code, NO_QUALIFIERS } from './digital-link.ts';
import { type KeyForm, QUALIFIERS } from './keys.ts';

/** Which identifier the code is: `gtin`, with a lot `lgtin`, with a serial `sgtin`, `sscc`, … */
export function kindOf({ key, qualifiers }: Gs1Code): string {
  if (key.ai !== '01') return key.kind;
  if (qualifiers.has('235')) return 'upui';
  if (qualifiers.has('21')) return 'sgtin';
  return qualifiers.has('10') ? 'lgtin' : 'gtin';
}

export function namesOf({ key, value, qualifiers }: Gs1Code): Names {
  if (key.ai === '01' || key.ai === '8006' || key.ai === '8010') {
    if (qualifiers.has('21') || qualifiers.has('235') || qualifiers.has('8011')) return 'instance';
    return qualifiers.has('10') ? 'lot' : 'class';
  }
  // A returnable asset without serial is a kind of them.
  if (key.ai === '8003' && value.length === key.value.digits) return 'class';
  return key.names;
}

/** The part that holds the key's own value, or its digits where a serial follows them. */
function keyPart(key: KeyForm): string {
  return key.ai.startsWith('41') ? 'gln' : key.alias;
}

export function partsOf({ key, value, qualifiers }: Gs1Code): CodeParts {
  const parts: Record<string, string> = {};
  if (key.ai === '8006') {
    Object.assign(parts, { gtin: value.slice(0, 14), piece: value.slice(14, 16), total: value.slice(16) });
  } else if (key.value.digits > 0 && key.value.tailMax > 0) {
    parts[keyPart(key)] = value.slice(0, key.value.digits);
    if (value.length > key.value.digits) parts.serial = value.slice(key.value.digits);
  } else parts[keyPart(key)] = value;
  for (const [ai, text] of qualifiers) {
    const part = QUALIFIERS.get(ai)?.part;
    if (part !== undefined) parts[part] = text;
  }
  return parts;
}

/** The code of a key with these parts; whether its values are well-formed is not looked at. */
export function codeOfParts(key: KeyForm, parts: CodeParts): Gs1Code {
  const { gtin = '', piece = '', total = '', serial = '' } = parts;
  const isTailed = key.value.digits > 0 && key.value.tailMax > 0;
  const own = parts[keyPart(key)] ?? '';
  const value = key.ai === '8006' ? gtin + piece + total : isTailed ? own + serial : own;
  const qualifiers = new Map<string, string>();
  for (const ai of key.qualifiers) {
    const text = parts[QUALIFIERS.get(ai)?.part ?? ''];
    if (text !== undefined) qualifiers.set(ai, text);
  }
  return { key, value, qualifiers: qualifiers.size === 0 ? NO_QUALIFIERS : qualifiers };
}
