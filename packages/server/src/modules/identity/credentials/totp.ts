/** One-time codes of authenticator apps: RFC 6238 with what all apps know, SHA-1, 6 digits, 30 s. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { base32 } from './base32.ts';

const STEP_MS = 30_000;
const DIGITS = 6;
/** RFC 4226 §4 R6: 160 bits, the length of a SHA-1. */
const SECRET_BYTES = 20;
/** A clock that is further off is set to another time zone, or broken; more steps make chance hits likelier. */
const ADVICE_STEPS = (2 * 60 * 60 * 1000) / STEP_MS;

export function newTotpSecret(): Buffer {
  return randomBytes(SECRET_BYTES);
}

/** Number of the half minute that a moment lies in. */
export function stepAt(date: Date): number {
  return Math.floor(date.getTime() / STEP_MS);
}

/** The six digits of one step. */
export function totpCode(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  // RFC 4226 §5.3: the last four bits tell where the 31 bits lie that become the digits.
  const offset = mac.readUInt8(mac.length - 1) & 15;
  const number = mac.readUInt32BE(offset) & 0x7fff_ffff;
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0');
}

/**
 * The step whose code this is, if it counts now; the caller keeps it, so that no step counts twice.
 *
 * This step or the one before: who reads a code in its last seconds sends it after its end. ASVS 6.5.5 wants a code to
 * live 30 s at most; ours lives 60, and since it counts once that gives nothing to whoever sees it being typed.
 */
export function matchingStep(secret: Uint8Array, code: string, now: Date): number | undefined {
  const step = stepAt(now);
  return [step, step - 1].filter((candidate) => isCodeOf(secret, candidate, code))[0];
}

/**
 * Whether a code that does not count now is that of a clock up to two hours off; it lets nobody in. For setting up,
 * where the secret has just been shown. At sign-in `ahead` would tell whoever guesses which code comes to count within
 * two hours: there, say to everybody that the clock is worth a look.
 */
export function clockAdvice(secret: Uint8Array, code: string, now: Date): 'ahead' | 'behind' | undefined {
  if (matchingStep(secret, code, now) !== undefined) return undefined;
  const step = stepAt(now);
  // The nearest first: of two hits by chance the smaller error is the likelier.
  for (let off = 1; off <= ADVICE_STEPS; off += 1) {
    if (isCodeOf(secret, step + off, code)) return 'ahead';
    if (isCodeOf(secret, step - off, code)) return 'behind';
  }
  return undefined;
}

function isCodeOf(secret: Uint8Array, step: number, code: string): boolean {
  return /^\d{6}$/.test(code) && timingSafeEqual(Buffer.from(totpCode(secret, step)), Buffer.from(code));
}

/** What the QR code of setting up holds: the key URI that authenticator apps agree on. */
export function otpauthUrl(given: { secret: Uint8Array; issuer: string; account: string }): string {
  // A colon parts issuer and account, so neither may have one.
  const [issuer, account] = [given.issuer, given.account].map((name) => encodeURIComponent(name.replaceAll(':', ' ')));
  return `otpauth://totp/${issuer}:${account}?secret=${base32(given.secret)}&issuer=${issuer}&algorithm=SHA1&digits=${DIGITS}&period=${STEP_MS / 1000}`;
}
