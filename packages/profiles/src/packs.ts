import edibleAgri from './edible-agri/pack.json' with { type: 'json' };
import food from './food/pack.json' with { type: 'json' };
import specialEquipment from './special-equipment/pack.json' with { type: 'json' };

/** The packs that come with the program, as they are written. Read one with `readPack` before it is used. */
export const PACKS: readonly unknown[] = [edibleAgri, food, specialEquipment];
