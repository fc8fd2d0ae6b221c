/** The packs that the program judges by, checked when it starts; each with the text in which it is published. */
import { hash } from 'node:crypto';
import { CHECKS, type LoadedPack, loadPack, PACKS, type Pack, readPack } from '@suyuan/profiles';

export interface PackInUse {
  readonly pack: Pack;
  readonly loaded: LoadedPack;
  readonly text: string;
  /** SHA-256 of the text, in hexadecimal. */
  readonly digest: string;
}

/** By their ids. @throws Error where one that came with the program is faulty */
export function packsInUse(given: readonly unknown[] = PACKS): ReadonlyMap<string, PackInUse> {
  const known = new Set(Object.keys(CHECKS));
  return new Map(
    given.map((each) => {
      const read = readPack(each, known);
      if (!read.ok) throw new Error(read.faults.map(({ pointer, message }) => `${pointer} ${message.en}`).join('\n'));
      const { pack } = read;
      const text = JSON.stringify(pack);
      return [pack.id, { pack, loaded: loadPack(pack, CHECKS), text, digest: hash('sha256', text, 'hex') }];
    }),
  );
}

/** Those that come with the program, read once. */
export function packsOnce(): () => Promise<readonly PackInUse[]> {
  const packs = [...packsInUse().values()];
  return async () => packs;
}
