/** Statements of reading and capture lie on one table each, so that they run the same where tables lie on many machines. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const TABLES = ['events.event', 'events.touch', 'events.record', 'events.block', 'events.received', 'integrity.log'];

const files = ['query', 'capture', '../integrity'].flatMap((folder) =>
  readdirSync(new URL(`${folder}/`, import.meta.url))
    .filter((name) => /^store.*\.ts$/.test(name))
    .map((name) => new URL(`${folder}/${name}`, import.meta.url)),
);

/** Texts between quotes of either kind that name a table. */
function statements(text: string): string[] {
  return [...text.matchAll(/`([^`]*)`|'([^'\n]*)'/g)]
    .map(([, long, short]) => long ?? short ?? '')
    .filter((statement) => TABLES.some((table) => statement.includes(table)));
}

/** Statements of the functions by which the chain is read: what stands between semicolons. */
const functions = readFileSync(new URL('../../../migrations/0050-turns.sql', import.meta.url), 'utf8').split(';');

test('functions that read the chain: no statement joins events, touches, records and the log', () => {
  const named = functions.map((statement) => TABLES.filter((table) => new RegExp(`from ${table}\\b`).test(statement)));
  expect(named.flat()).toEqual(
    expect.arrayContaining(['events.touch', 'events.event', 'events.record', 'integrity.log']),
  );
  for (const [n, tables] of named.entries()) expect(tables.length, functions[n]).toBeLessThan(2);
});

test.each(files.map((file) => [file.pathname.split('/').slice(-2).join('/'), file] as const))(
  '%s: no statement joins events, touches, records and the log',
  (_, file) => {
    for (const statement of statements(readFileSync(file, 'utf8'))) {
      const named = TABLES.filter((table) => new RegExp(`${table.replace('.', '\\.')}\\b`).test(statement));
      expect(named.length, statement).toBeLessThan(2);
    }
  },
);
