/** What the console keeps on this device, in the browser's own database. */
import type { DeviceKey } from '@suyuan/api/devices';
import { Dexie, type Table } from 'dexie';
import type { RecordCommand } from './command.ts';

/** What the server answered last of a path. */
export interface HeldAnswer {
  readonly path: string;
  /** The body, as JSON. */
  readonly text: string;
  readonly atMs: number;
}

/** The key of this device and of whoever uses it. */
export interface KeptKey {
  readonly owner: string;
  readonly id: string;
  /** Cannot be read out, by no script either. */
  readonly privateKey: CryptoKey;
  readonly key: DeviceKey;
  /** To the server. */
  readonly isKnown: boolean;
}

export interface DeviceDatabase {
  readonly answers: Table<HeldAnswer, string>;
  readonly commands: Table<RecordCommand, string>;
  readonly keys: Table<KeptKey, string>;
}

let opened: DeviceDatabase | undefined;

/** Its calls throw where the browser keeps nothing, in a private window of some. */
export function openDatabase(name: string): DeviceDatabase {
  if (opened !== undefined) return opened;
  // Strict: what was acknowledged has reached the disk.
  const database = new Dexie(name, { chromeTransactionDurability: 'strict' });
  database.version(1).stores({ answers: 'path, atMs', commands: 'id, owner' });
  database.version(2).stores({ keys: 'owner' });
  opened = {
    answers: database.table('answers'),
    commands: database.table('commands'),
    keys: database.table('keys'),
  };
  return opened;
}
