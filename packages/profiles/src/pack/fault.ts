import type { Words } from './parts.ts';

/** What is wrong with a pack, for whoever writes packs. */
export interface PackFault {
  /** RFC 6901 JSON pointer. */
  readonly pointer: string;
  readonly message: Words;
}
