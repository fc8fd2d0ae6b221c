import { createHash } from 'node:crypto';

/** What a leaf commits to: the row as stored, in words that a verifier can rebuild from an answer. */
export interface LeafInput {
  /** eventID, or the CBV hash ID where the event has none. */
  readonly identity: string;
  readonly recordTime: Date;
  /** Id of the JSON-LD context the event was read by: a hash of its text. */
  readonly contextId: string;
  /** The event as received, to the byte. */
  readonly body: string;
}

/** RFC 9162 §2.1.1: the hash of a leaf, SHA-256 over a zero byte and the entry. 32 bytes. */
export function leafHash(leaf: LeafInput): Buffer {
  return createHash('sha256')
    .update(`\0${leaf.identity}\n${leaf.recordTime.toISOString()}\n${leaf.contextId}\n${leaf.body}`)
    .digest();
}
