/** The check character that a mistyped code should have had, found by trying: whatever the scheme computes, it says so. */

import { gs1CheckDigit } from './gs1/check-digit.ts';
import { parseSpelled } from './gs1/spelled.ts';
import type { Ranked } from './rank.ts';

const DIGITS = [...'0123456789'];
const CHARACTERS = [...DIGITS, ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const LENGTH_MAX = 200; // a longer text is no single code, and trying takes time
const RUNS_MAX = 4; // keys in one text that are tried

/** The right check character of a reading that was refused for its own; undefined where none or several would do. */
export function expectedCheck({ found, refusal }: Ranked, text: string): string | undefined {
  if (refusal !== 'check-digit' || text.length > LENGTH_MAX) return undefined;
  if (found.is === 'scheme') {
    const { scheme, code } = found;
    return onlyOne(CHARACTERS.filter((check) => scheme.isValid(code.slice(0, -1) + check)));
  }
  if (found.is !== 'gs1-broken') return undefined;
  return found.ai === undefined ? inSpelled(text) : String(gs1CheckDigit(text.slice(0, -1)));
}

/** In an element string, link or URN: the key whose last digit, changed, makes the whole well-formed. */
function inSpelled(text: string): string | undefined {
  const runs = [...text.matchAll(/\d{8,18}/g)].slice(0, RUNS_MAX);
  return onlyOne(
    runs.flatMap(({ 0: run, index }) => {
      const last = index + run.length - 1;
      return DIGITS.filter((digit) => parseSpelled(text.slice(0, last) + digit + text.slice(last + 1))?.ok === true);
    }),
  );
}

function onlyOne(found: readonly string[]): string | undefined {
  return found.length === 1 ? found[0] : undefined;
}
