import type { LoadedPack, Pack } from '@suyuan/profiles';

/** A pack with what judges by it, and the text in which it is published. */
export interface PackInUse {
  readonly pack: Pack;
  readonly loaded: LoadedPack;
  readonly text: string;
  /** SHA-256 of the text, in hexadecimal. */
  readonly digest: string;
}
