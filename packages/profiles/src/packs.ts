import edibleAgri from './edible-agri/pack.json' with { type: 'json' };

/** The packs that come with the program, as they are written. Read one with `readPack` before it is used. */
import food from './food/pack.json' with { type: 'json' };

export const PACKS: readonly unknown[] = [food];
export const PACKS: readonly unknown[] = [edibleAgri];
import specialEquipment from './special-equipment/pack.json' with { type: 'json' };

/** The packs that come with the program, as they are written. Read one with `readPack` before it is used. */
export const PACKS: readonly unknown[] = [specialEquipment];
