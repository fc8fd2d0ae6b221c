/** The database of this device, which is loaded when something is kept in it: the first page is lighter by its 30 kB. */
import type { DeviceDatabase } from './database.ts';

/** As `database.ts` calls it. */
const DATABASE = 'suyuan';

export async function deviceDatabase(): Promise<DeviceDatabase> {
  return (await import('./database.ts')).openDatabase(DATABASE);
}

/** Undefined where nothing was ever kept. */
export async function keptDatabase(): Promise<DeviceDatabase | undefined> {
  // Browsers that cannot list what there is are asked to open it.
  const all = await indexedDB.databases?.();
  if (all?.every(({ name }) => name !== DATABASE) === true) return undefined;
  return deviceDatabase();
}
