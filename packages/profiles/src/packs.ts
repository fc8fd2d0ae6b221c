/** The packs that come with the program, as they are written. Read one with `readPack` before it is used. */
export const PACKS: readonly unknown[] = [];
