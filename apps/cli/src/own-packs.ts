import { KNOWN_CHECKS, PACKS, type Pack, readPack } from '@suyuan/profiles';

/** A pack that comes with the program is in order: a test holds it so. */
export function ownPacks(): Pack[] {
  return PACKS.map((given) => {
    const read = readPack(given, KNOWN_CHECKS);
    if (!read.ok) throw new Error(read.faults.map(({ pointer, message }) => `${pointer} ${message.en}`).join('\n'));
    return read.pack;
  });
}
