/** What requests of the matrix are made of. */
import type { Town } from './principals.ts';
import type { Kind } from './things.ts';

export interface Asked {
  readonly path?: string;
  readonly body?: unknown;
  /** As it is, not as JSON. */
  readonly text?: string;
  /** Bytes that are no JSON. */
  readonly octets?: string;
}

/** What the victim has recorded. */
export interface Recorded {
  readonly eventID: string;
  readonly captureID: string;
}

export interface Given {
  /** Something of the victim's, made for this request. */
  readonly thing: (kind: Kind) => Promise<string>;
  readonly town: Town;
  readonly recorded: Recorded;
}
