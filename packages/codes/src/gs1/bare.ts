/** GS1 keys as bare digits, as printed under a bar code: only length and check digit tell, so several keys may suit. */
import { type Parsed, parsed, refused, type Text } from '../parsed.ts';
import { hasValidCheckDigit, isDigits } from './check-digit.ts';
import { type Gs1Code, NO_QUALIFIERS } from './digital-link.ts';
import { KEY_BY_SEGMENT } from './keys.ts';
import { padValue } from './value.ts';

interface BareForm {
  readonly length: number;
  readonly ai: string;
  /** How common it is to meet such a number bare, in bits; see `SchemeRules.prior`. */
  readonly prior: number;
}

// People type and scan GTINs all day; the other keys are nearly always marked as what they are.
const FORMS: readonly BareForm[] = [
  { length: 13, ai: '01', prior: 14 },
  { length: 14, ai: '01', prior: 12 },
  { length: 12, ai: '01', prior: 8 },
  { length: 8, ai: '01', prior: 6 },
  { length: 18, ai: '00', prior: 6 },
  { length: 13, ai: '414', prior: 2 },
  { length: 13, ai: '417', prior: 2 },
  { length: 18, ai: '8018', prior: -2 },
  { length: 17, ai: '402', prior: -2 },
];

export interface BareReading {
  readonly code: Parsed<Gs1Code>;
  readonly ai: string;
  readonly prior: number;
}

/** The GS1 keys that a text of digits may be, the common ones first; those of the right length with a wrong check too. */
export function readBareDigits(text: string): readonly BareReading[] {
  if (text.length > 18 || !isDigits(text)) return [];
  return FORMS.filter(({ length }) => length === text.length).flatMap(({ ai, prior }) => {
    const key = KEY_BY_SEGMENT.get(ai);
    if (key === undefined) return [];
    const value = { key, value: padValue(ai, text), qualifiers: NO_QUALIFIERS };
    const code = hasValidCheckDigit(text) ? parsed(value) : refused('check-digit');
    return [{ code, ai, prior }];
  });
}

export const CHECK_BITS = 3.3; // one of ten passes

export const CHECK_RIGHT: Text = { zh: 'GS1 校验码正确', en: 'its GS1 check digit comes out right' };
