import { CHECKS, PACKS, type Pack, readPack } from '@suyuan/profiles';

/** Ids of the rules that data cannot say. */
export const KNOWN_CHECKS: ReadonlySet<string> = new Set(Object.keys(CHECKS));

/** A pack that comes with the program is in order: a test holds it so. */
export function ownPacks(): Pack[] {
  return PACKS.map((given) => {
    const read = readPack(given, KNOWN_CHECKS);
    if (!read.ok) throw new Error(read.faults.map(({ pointer, message }) => `${pointer} ${message.en}`).join('\n'));
    return read.pack;
  });
}
