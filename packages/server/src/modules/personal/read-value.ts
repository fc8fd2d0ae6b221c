/** What people type of themselves and of others, as it is kept: one spelling, so that the same value is one datum. */
import { type PersonalKind, Problem } from '@suyuan/api';

const LENGTH_MAX = 1000;

/** @throws Problem `personal.value`, which does not repeat what was given */
export function readValue(kind: PersonalKind, given: string): string {
  const value = READERS[kind](given.normalize('NFKC').trim());
  if (value === undefined || value === '' || value.length > LENGTH_MAX || value.includes('\0'))
    throw new Problem('personal.value', { kind });
  return value;
}

const READERS: Readonly<Record<PersonalKind, (text: string) => string | undefined>> = {
  phone: readPhone,
  'id-number': readIdNumber,
  name: inOneLine,
  address: inOneLine,
  other: (text) => text,
};

/** Digits, without the prefix of the mainland; of another country with it: `13800138000`, `02161234567`, `+85291234567`. */
function readPhone(text: string): string | undefined {
  const bare = text.replace(/^tel:/i, '').replace(/[\s().\-‐-―]/g, '');
  if (!/^\+?\d{5,20}$/.test(bare)) return undefined;
  const home = /^(?:\+86|0086|86(?=1[3-9]\d{9}$))(\d{7,})$/.exec(bare)?.[1];
  if (home === undefined) return bare;
  // Abroad the zero of an area code is not dialled.
  return /^1[3-9]\d{9}$/.test(home) || home.startsWith('0') ? home : `0${home}`;
}

/** Also of a passport, and of a permit with its brackets. */
function readIdNumber(text: string): string | undefined {
  const bare = text.replace(/[\s-]/g, '').toUpperCase();
  return /^[0-9A-Z()]{5,30}$/.test(bare) ? bare : undefined;
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
