/** What the console keeps on this device, in the browser's own database. */
import { Dexie, type Table } from 'dexie';
import type { RecordCommand } from './command.ts';

/** What the server answered last of a path. */
export interface HeldAnswer {
  readonly path: string;
  /** The body, as JSON. */
  readonly text: string;
  readonly atMs: number;
}

export interface DeviceDatabase {
  readonly answers: Table<HeldAnswer, string>;
  readonly commands: Table<RecordCommand, string>;
}

let opened: DeviceDatabase | undefined;

/** Its calls throw where the browser keeps nothing, in a private window of some. */
export function openDatabase(name: string): DeviceDatabase {
  if (opened !== undefined) return opened;
  // Strict: what was acknowledged has reached the disk.
  const database = new Dexie(name, { chromeTransactionDurability: 'strict' });
  database.version(1).stores({ answers: 'path, atMs', commands: 'id, owner' });
  opened = { answers: database.table('answers'), commands: database.table('commands') };
  return opened;
}
