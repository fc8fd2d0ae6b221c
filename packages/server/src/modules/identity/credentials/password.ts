/** Passwords: kept as argon2id in the PHC string format, compared in constant time. */
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { createGate } from '../../../platform/http/gate.ts';
import { PASSWORD_LENGTH_MAX } from './password-fault.ts';

interface Cost {
  /** In KiB. */
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}

interface Phc {
  readonly cost: Cost;
  readonly salt: Buffer;
  readonly tag: Buffer;
}

/** The least that OWASP and ASVS 5.0 appendix C call for: 19 MiB, two passes. Some 40 to 70 ms on a small machine. */
const COST: Cost = { memory: 19_456, passes: 2, parallelism: 1 };
const SALT_BYTES = 16;
const TAG_BYTES = 32;
/** What a row may ask for. Twice today's cost and more, and far from what takes the memory of a machine. */
const MEMORY_KIB_MAX = 65_536;
const PASSES_MAX = 10;
const PARALLELISM_MAX = 4;
const BYTES_MAX = 64;
/** UTF-16 units; beyond it no password was ever kept. */
const UNITS_MAX = 2 * PASSWORD_LENGTH_MAX;

/**
 * One for the whole process, as what it guards is: argon2 runs on the four threads of libuv that files and names are
 * looked up on too. Two inside leave two; 50 who wait are served in two seconds.
 */
const gate = createGate({ inside: 2, waiting: 50, waitMs: 5_000 });
const derive = promisify(argon2);

/** Nobody's: an unknown person costs the time of a known one, so that time does not tell names (ASVS 6.3.8). */
const NOBODY: Phc = { cost: COST, salt: randomBytes(SALT_BYTES), tag: randomBytes(TAG_BYTES) };

/** PHC string of a password, taken as typed: not cut, not folded (ASVS 6.2.8). @throws Problem `server.busy` */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const tag = await tagOf(password, { cost: COST, salt, tag: Buffer.alloc(TAG_BYTES) });
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${unpadded(salt)}$${unpadded(tag)}`;
}

/**
 * Whether a password is the one that was kept; `outdated` when it was kept at another cost than today's and is to be
 * hashed anew. Nothing kept (`undefined`: an unknown person), or what is no PHC string of ours, is never right and
 * takes the same time. @throws Problem `server.busy`
 */
export async function verifyPassword(
  phc: string | undefined,
  password: string,
): Promise<{ readonly right: boolean; readonly outdated: boolean }> {
  if (password.length > UNITS_MAX) return { right: false, outdated: false };
  const kept = phc === undefined ? undefined : parsePhc(phc);
  const against = kept ?? NOBODY;
  const isEqual = timingSafeEqual(await tagOf(password, against), against.tag);
  const right = isEqual && kept !== undefined;
  return { right, outdated: right && !isTodays(against) };
}

function tagOf(password: string, { cost, salt, tag }: Phc): Promise<Buffer> {
  return gate.pass(() =>
    derive('argon2id', { message: Buffer.from(password), nonce: salt, tagLength: tag.length, ...cost }),
  );
}

function isTodays({ cost, salt, tag }: Phc): boolean {
  const { memory, passes, parallelism } = cost;
  return (
    memory === COST.memory &&
    passes === COST.passes &&
    parallelism === COST.parallelism &&
    salt.length === SALT_BYTES &&
    tag.length === TAG_BYTES
  );
}

/** Undefined for what is no such string, or asks for more than the bounds. */
function parsePhc(text: string): Phc | undefined {
  const form = /^\$argon2id\$v=19\$m=(\d{1,9}),t=(\d{1,9}),p=(\d{1,9})\$([A-Za-z0-9+/]{1,86})\$([A-Za-z0-9+/]{1,86})$/;
  const [, m, t, p, saltText = '', tagText = ''] = form.exec(text) ?? [];
  const cost = { memory: Number(m), passes: Number(t), parallelism: Number(p) };
  const [salt, tag] = [Buffer.from(saltText, 'base64'), Buffer.from(tagText, 'base64')];
  return isBounded(cost) && isBytes(salt, 8) && isBytes(tag, 16) ? { cost, salt, tag } : undefined;
}

/** RFC 9106 §3.1: eight KiB a lane at least. Not true of NaN either. */
function isBounded({ memory, passes, parallelism }: Cost): boolean {
  return (
    memory >= 8 * parallelism &&
    memory <= MEMORY_KIB_MAX &&
    passes >= 1 &&
    passes <= PASSES_MAX &&
    parallelism >= 1 &&
    parallelism <= PARALLELISM_MAX
  );
}

function isBytes(bytes: Buffer, min: number): boolean {
  return bytes.length >= min && bytes.length <= BYTES_MAX;
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}
