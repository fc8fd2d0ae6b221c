/** Moves what `0009` put aside into the tables of today. */
import { moveRecords } from '../src/modules/events/index.ts';
import type { DataMigration } from '../src/platform/db/index.ts';

export const run: DataMigration = moveRecords;
export const isBreaking = true;
