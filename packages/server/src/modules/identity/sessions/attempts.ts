/** Tries at a secret: counted before they are weighed, so that a thousand at once are as few as one after another. */
import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { Problem } from '@suyuan/api';
import type { Queryable } from '../../../platform/db/index.ts';
import { addAttempt, deleteAttempt, lessenAttempts, secondsBlocked } from './store-attempts.ts';

/** What is tried, and how often without waiting; from then on each try has the next wait, twice as long, up to 15 minutes. */
export interface Tried {
  readonly what: string;
  readonly free: number;
}

const WAITS = { firstS: 30, longestS: 15 * 60 };

/** A name from an address: five. Everything from an address: fifty, since an office shares one. A name from anywhere: a hundred. */
export function triesOfSignIn(name: string, address: string): Tried[] {
  const block = addressBlock(address);
  return [
    { what: `name ${name} ${block}`, free: 5 },
    { what: `address ${block}`, free: 50 },
    { what: `name ${name}`, free: 100 },
  ];
}

/** The second factor of a person. */
export function triesOfFactor(personId: string): Tried[] {
  return [{ what: `factor ${personId}`, free: 5 }];
}

/** A link of 256 bits is not guessed; this keeps the table from being asked without end. */
export function triesOfLinks(address: string): Tried[] {
  return [{ what: `link ${addressBlock(address)}`, free: 20 }];
}

/** Ways to a provider and back: each keeps a row, and has the server call the provider. */
export function triesOfProviders(address: string): Tried[] {
  return [{ what: `provider ${addressBlock(address)}`, free: 50 }];
}

/** IPv4 whole; of IPv6 the 64 bits that a household or an office is given. An IPv4 address in IPv6 is that. */
export function addressBlock(address: string): string {
  const folded = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(folded)) return folded;
  const [head = '', tail] = folded.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = tail === undefined ? [] : Array.from({ length: 8 - left.length - right.length }, () => '0');
  return [...left, ...missing, ...right]
    .slice(0, 4)
    .map((part) => Number.parseInt(part, 16).toString(16))
    .join(':');
}

const keyOf = ({ what }: Tried): Buffer => createHash('sha256').update(what).digest();

/**
 * Counts one try at each. In a transaction of its own, before the secret is weighed.
 * @throws Problem `sign-in.blocked` where one of them has to wait; that try is not counted
 */
export async function countTry(db: Queryable, tried: readonly Tried[]): Promise<void> {
  // In one order, so that two who try the same never wait for each other in a circle.
  const keyed = tried.map((each) => ({ key: keyOf(each), free: each.free })).sort((a, b) => a.key.compare(b.key));
  for (const { key, free } of keyed) {
    if (await addAttempt(db, key, { free, ...WAITS })) continue;
    throw new Problem('sign-in.blocked', { seconds: await secondsBlocked(db, key) });
  }
}

/** A right secret: what was tried by name is forgotten, what an address tried is one less. */
export async function forgetTry(db: Queryable, tried: readonly Tried[]): Promise<void> {
  const [own, ...shared] = tried.map(keyOf);
  if (own !== undefined) await deleteAttempt(db, own);
  await lessenAttempts(db, shared);
}
