/** Rows out of one database and into another, whatever the migrations have made of tables, triggers and row security. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type EmptyDatabase, emptyDatabase } from '../../../test/test-database.ts';
import { type AppliedMigration, MigrationError, migrate } from './migrate.ts';
import { NotVacant, rebuild } from './rebuild.ts';
import { readSnapshot } from './snapshot.ts';
import { inOrder, nameOf, type ProductTable, type SequenceValue } from './tables.ts';

/** `a.child` sorts before what it refers to; only `a.open` is closed to the program's role, and each has something of its own. */
const FIRST = `create schema a; create schema if not exists b;
create table b.parent (no int generated always as identity primary key, name text, above int references b.parent (no),
  twice text generated always as (name || name) stored);
insert into b.parent (name) values ('first');
create table a.child (parent int not null references b.parent (no), body bytea);
create table a.open (word text primary key);
alter table a.child enable row level security; alter table a.child force row level security;
alter table a.open enable row level security;
create function a.adds() returns trigger language plpgsql security definer set search_path = '' as $$
begin insert into a.open values ('of ' || new.no); return null; end $$;
create trigger adds after insert on b.parent for each row execute function a.adds();
grant usage on schema a, b to suyuan_maintenance;
grant select on a.child to suyuan_maintenance;`;

let dir: string;
let source: EmptyDatabase;
let target: EmptyDatabase;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'suyuan-rebuild-'));
  writeFileSync(join(dir, '0001-first.sql'), FIRST);
  source = await emptyDatabase();
  await migrate(source.owner, { dir });
  await source.db.query(
    `insert into b.parent (name, above) values (E'tab\\t \\\\N', 1), (null, 2);
     insert into a.child values (2, '\\x00ff0a5c'), (1, null);
     create schema foreigner; create table foreigner.table (id int)`,
  );
});
afterAll(async () => {
  await source.close();
  rmSync(dir, { recursive: true });
});
beforeEach(async () => {
  target = await emptyDatabase();
  rmSync(join(dir, '0002-later.sql'), { force: true });
});
afterEach(() => target.close());

interface Taken {
  readonly migrations: readonly AppliedMigration[];
  readonly tables: readonly { readonly table: ProductTable; readonly rows: Buffer }[];
  readonly sequences: readonly SequenceValue[];
}

function taken(): Promise<Taken> {
  return readSnapshot(
    source.owner,
    async ({ migrations, tables, rows, sequences }) => {
      const all: Taken['tables'][number][] = [];
      for (const table of tables) all.push({ table, rows: Buffer.concat(await Array.fromAsync(rows(table))) });
      return { migrations, tables: all, sequences: await sequences() };
    },
    dir,
  );
}

async function* once(rows: Buffer): AsyncGenerator<Buffer> {
  if (rows.length > 0) yield rows;
}

async function put({ migrations, tables, sequences }: Taken, check = async (): Promise<void> => undefined) {
  const counts: number[] = [];
  await rebuild(target.owner, {
    ...{ migrations, dir, check },
    async fill(rebuilding) {
      for (const { table, rows } of tables) counts.push(await rebuilding.fill(table, once(rows)));
      await rebuilding.setSequences(sequences);
    },
  });
  return counts;
}

async function rowsOf({ db }: EmptyDatabase): Promise<unknown[]> {
  const { rows } = await db.query(
    `select (select json_agg(p order by no) from b.parent p) as parents, (select json_agg(c order by parent) from a.child c) as children,
       (select json_agg(o order by word) from a.open o) as open,
       (select json_agg(json_build_array(relname, relrowsecurity, relforcerowsecurity) order by relname) from pg_class
        where relnamespace = 'a'::regnamespace and relkind = 'r') as walls,
       (select tgenabled::text from pg_trigger where tgname = 'adds') as trigger`,
  );
  return rows;
}

test('tables come in an order in which they can be filled; those of others are left out', async () => {
  const { tables } = await taken();
  const names = tables.map(({ table }) => nameOf(table));
  expect(names).toEqual(['a.open', 'b.parent', 'a.child']);
  expect(tables.find(({ table }) => table.name === 'parent')?.table.columns).toEqual(['no', 'name', 'above']);
});

test('tables that refer to each other in a circle are told, not put in some order', () => {
  const table = (name: string, ...refersTo: string[]) => ({ schema: 's', name, refersTo });
  expect(() => inOrder([table('a', 's.b'), table('b', 's.a'), table('c')])).toThrow(/circle: s\.a, s\.b/);
});

test('rows, identity and generated columns, triggers that do not run again, walls as they were, numbers that go on', async () => {
  expect(await put(await taken())).toEqual([2, 3, 2]);
  expect(await rowsOf(target)).toEqual(await rowsOf(source));
  const { rows } = await target.db.query('insert into b.parent (name) values (null) returning no');
  expect(rows).toEqual([{ no: 4 }]);
  expect((await target.db.query("select from a.open where word = 'of 4'")).rowCount).toBe(1);
});

test('what an older program has saved is filled in as it was, and then migrated on', async () => {
  const older = await taken();
  const later = `alter table b.parent add column shout text; update b.parent set shout = upper(name); create table b.added (id int);`;
  writeFileSync(join(dir, '0002-later.sql'), later);
  await put(older);
  const { rows } = await target.db.query('select shout from b.parent order by no limit 1');
  expect(rows).toEqual([{ shout: 'FIRST' }]);
  expect((await target.db.query('select name from platform.migration')).rowCount).toBe(2);
});

test('what a newer program has saved is refused, and so is what was made by other files', async () => {
  const all = await taken();
  const newer = { ...all, migrations: [...all.migrations, { name: '0002-later.sql', checksum: 'x' }] };
  const other = { ...all, migrations: all.migrations.map((each) => ({ ...each, checksum: 'x' })) };
  for (const wrong of [newer, other]) await expect(put(wrong)).rejects.toThrow(MigrationError);
  expect((await target.db.query("select to_regclass('platform.migration') as made")).rows).toEqual([{ made: null }]);
});

test('a check that fails, or a row that a constraint refuses, leaves everything as it was', async () => {
  await migrate(target.owner, { dir });
  const before = await rowsOf(target);
  const all = await taken();
  const failing = put(all, async () => {
    throw new Error('not as it should be');
  });
  await expect(failing).rejects.toThrow('not as it should be');
  const orphan = all.tables.map((each) =>
    each.table.name === 'child' ? { ...each, rows: Buffer.from('99\t\\N\n') } : each,
  );
  await expect(put({ ...all, tables: orphan })).rejects.toThrow(/foreign key/);
  expect(await rowsOf(target)).toEqual(before);
});

test('rows behind a wall are found too: such a database is not empty', async () => {
  await migrate(target.owner, { dir });
  await target.db.query("insert into a.child values (1, '\\x00')");
  const refused: unknown = await put(await taken()).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(NotVacant);
  expect(refused).toMatchObject({ why: 'not-empty', tables: ['a.child'] });
});
