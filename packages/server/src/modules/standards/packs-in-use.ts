/** The packs that the program judges by, checked when it starts; each with the text in which it is published. */
import { hash } from 'node:crypto';
import { CHECKS, PACKS, type Pack, readPack } from '@suyuan/profiles';

export interface PackInUse {
  readonly pack: Pack;
  readonly text: string;
  /** SHA-256 of the text, in hexadecimal. */
  readonly digest: string;
}

/** @throws Error where one that came with the program is faulty */
export function packsInUse(): ReadonlyMap<string, PackInUse> {
  const known = new Set(Object.keys(CHECKS));
  return new Map(
    PACKS.map((given) => {
      const read = readPack(given, known);
      if (!read.ok) throw new Error(read.faults.map(({ pointer, message }) => `${pointer} ${message.en}`).join('\n'));
      const text = JSON.stringify(read.pack);
      return [read.pack.id, { pack: read.pack, text, digest: hash('sha256', text, 'hex') }];
    }),
  );
}
