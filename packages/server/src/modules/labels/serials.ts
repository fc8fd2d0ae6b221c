/**
 * Numbers that are given one after another become serials of twelve figures that nobody guesses, each once: a Feistel network over
 * two halves of six figures, with HMAC-SHA-256 as its round function, is one-to-one whatever the function is. Pure.
 */
import { createHmac } from 'node:crypto';

const HALF = 1_000_000;
/** How many serials a product has. */
export const SERIALS_MAX = HALF * HALF;
// Four are enough against chance, ten against whoever buys goods and looks for the rule (NIST SP 800-38G).
const ROUNDS = 10;
const FIGURES = 12;

/** @param number from 1 */
export function serialOf(key: Uint8Array, number: number): string {
  let [left, right] = [Math.floor((number - 1) / HALF), (number - 1) % HALF];
  for (let round = 0; round < ROUNDS; round += 1) [left, right] = [right, (left + mixed(key, round, right)) % HALF];
  return String(left * HALF + right).padStart(FIGURES, '0');
}

/** Undefined where it is no serial of ours. */
export function numberOf(key: Uint8Array, serial: string): number | undefined {
  if (!/^[0-9]{12}$/.test(serial)) return undefined;
  let [left, right] = [Math.floor(Number(serial) / HALF), Number(serial) % HALF];
  for (let round = ROUNDS - 1; round >= 0; round -= 1)
    [left, right] = [(right + HALF - mixed(key, round, left)) % HALF, left];
  return left * HALF + right + 1;
}

function mixed(key: Uint8Array, round: number, half: number): number {
  return createHmac('sha256', key).update(`${round}.${half}`).digest().readUIntBE(0, 6) % HALF;
}
