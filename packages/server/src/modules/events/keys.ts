/** The 16-byte keys of the store: row ids, identities, units. All derived, so that every node gives the same. */
import { hash } from 'node:crypto';
import { classOf } from '@suyuan/codes';

/**
 * The row id of an event: 48 bits of event time, then a hash of identity, content and declaration, as UUIDv8
 * (RFC 9562 §5.8), so that rows of one time lie together and the id is the index on event time.
 */
export function eventRowId(
  eventTimeMs: number,
  {
    identity,
    content,
    declaration,
  }: { readonly identity: string; readonly content: Buffer; readonly declaration: string },
): string {
  const digest = hash('sha256', `${identity}\n${content.toString('hex')}\n${declaration}`, 'hex');
  const variant = '89ab'[Number.parseInt(digest.charAt(3), 16) & 3] ?? '8';
  return `${timePart(eventTimeMs)}-8${digest.slice(0, 3)}-${variant}${digest.slice(4, 7)}-${digest.slice(7, 19)}`;
}

/** The key under which an error declaration without eventID marks every event of its content (32 bytes). */
export function contentKey(content: Buffer): string {
  return textKey(`content ${content.toString('hex')}`);
}

/** The least row id that an event of this time can have: the bound of a search by event time. */
export function rowIdFloor(eventTimeMs: number): string {
  return `${timePart(eventTimeMs)}-0000-0000-000000000000`;
}

/** The time of the event of a row; of one from before 1970, the beginning of 1970. */
export function rowIdTimeMs(rowId: string): number {
  return Number.parseInt(rowId.slice(0, 8) + rowId.slice(9, 13), 16);
}

const TIME_MAX_MS = 2 ** 48 - 1; // the year 10889; times before 1970 share the lowest ids, which costs locality only

function timePart(eventTimeMs: number): string {
  const digits = Math.min(Math.max(0, eventTimeMs), TIME_MAX_MS).toString(16).padStart(12, '0');
  return `${digits.slice(0, 8)}-${digits.slice(8)}`;
}

/** The key of an identity, of a context text, or of an event's content hash ID. */
export function textKey(text: string): string {
  return asUuid(hash('sha256', text, 'hex'));
}

/**
 * The key of a unit, place, party or document: 8 bytes of hash of its class, 8 of its whole code, so that the
 * rows of one lot lie together and all instances of a lot are one range of keys. The code is canonical.
 */
export function unitKey(code: string): string {
  return asUuid(classDigest(classOf(code)) + hash('sha256', code, 'hex').slice(0, 16));
}

/** The range of keys of everything whose class is this canonical code (a lot, or a GTIN). */
export function classRange(code: string): { from: string; to: string } {
  const half = classDigest(code);
  return { from: asUuid(half + '0'.repeat(16)), to: asUuid(half + 'f'.repeat(16)) };
}

// The classes of a document repeat from event to event; most of one batch are met again in it.
const CLASS_CACHE_MAX = 10_000;
const classCache = new Map<string, string>();

function classDigest(code: string): string {
  let digest = classCache.get(code);
  if (digest === undefined) {
    digest = hash('sha256', code, 'hex').slice(0, 16);
    if (classCache.size >= CLASS_CACHE_MAX) classCache.clear();
    classCache.set(code, digest);
  }
  return digest;
}

function asUuid(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}
