import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { createEventSpool } from './event-spool.ts';
import { openSpoolFolder } from './spool-folder.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'suyuan-event-spool-'));
const folder = openSpoolFolder(dataDir, { isAlone: true });
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

test('gives back what was added, in order and to the byte, from memory and from a file, as often as asked', async () => {
  const texts = fc.array(
    fc.record({ text: fc.string({ unit: 'grapheme', maxLength: 400 }) }).map((value) => JSON.stringify(value)),
    { maxLength: 60 },
  );
  await fc.assert(
    fc.asyncProperty(texts, fc.integer({ min: 0, max: 5_000 }), async (given, memoryMax) => {
      const spool = createEventSpool(folder, memoryMax);
      try {
        for (const [index, text] of given.entries())
          await spool.add({ index: index * 3, text, value: JSON.parse(text) });
        expect(spool.count).toBe(given.length);
        for (let time = 0; time < 2; time += 1) {
          const back = [];
          for await (const batch of spool.batches(JSON.parse)) back.push(...batch);
          expect(back).toEqual(given.map((text, index) => ({ index: index * 3, text, value: JSON.parse(text) })));
        }
      } finally {
        await spool.close();
      }
    }),
    { numRuns: 60 },
  );
});

test('holds the text alone of what is many values, and gives it back parsed', async () => {
  const spool = createEventSpool(folder);
  const value = { list: Array.from({ length: 100_000 }, () => ({})) };
  await spool.add({ index: 0, text: JSON.stringify(value), value });
  for await (const [event] of spool.batches(JSON.parse)) {
    expect(event?.value).not.toBe(value);
    expect(event?.value).toEqual(value);
  }
});

test('events larger than a block and a batch come back whole', async () => {
  const spool = createEventSpool(folder, 1_000);
  const texts = [3_000_000, 5, 1_048_576, 9_000_000, 1].map((length) =>
    JSON.stringify({ text: '源'.repeat(length / 3) }),
  );
  for (const [index, text] of texts.entries()) await spool.add({ index, text, value: {} });
  const back: string[] = [];
  for await (const batch of spool.batches(JSON.parse)) back.push(...batch.map(({ text }) => text));
  expect(back).toEqual(texts);
  await spool.close();
});

test('leaves no file behind when it is closed', async () => {
  const spool = createEventSpool(folder, 0);
  await spool.add({ index: 0, text: '{}', value: {} });
  expect(readdirSync(folder.path())).toHaveLength(1);
  await spool.close();
  expect(readdirSync(folder.path())).toEqual([]);
});
