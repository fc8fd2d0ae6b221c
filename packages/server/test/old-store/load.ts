/** A database as the program before received, event and record left it (`rows.json`). */
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../../src/platform/db/index.ts';
import type { TestDatabase } from '../test-database.ts';

const MIGRATIONS = new URL('../../migrations/', import.meta.url).pathname;
const LAST = '0007';

/** Fills an empty database. */
export async function loadOldStore({ db, owner }: Pick<TestDatabase, 'db' | 'owner'>): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'suyuan-old-'));
  for (const name of readdirSync(MIGRATIONS)) {
    if (name.slice(0, 4) <= LAST) copyFileSync(join(MIGRATIONS, name), join(dir, name));
  }
  await migrate(owner, { dir });
  rmSync(dir, { recursive: true });
  const tables: Record<string, unknown[]> = JSON.parse(readFileSync(new URL('rows.json', import.meta.url), 'utf8'));
  // In an order in which what is referred to comes first.
  for (const name of ['events.context', ...Object.keys(tables).filter((table) => table !== 'events.context')]) {
    if (name.startsWith('platform.')) continue;
    await db.query(
      `insert into ${name} overriding system value select * from json_populate_recordset(null::${name}, $1)`,
      [JSON.stringify(tables[name])],
    );
  }
}
