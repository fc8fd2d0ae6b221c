import { expect, test, vi } from 'vitest';
import type { PageAt } from './page-at.ts';
import { type Watch, writeList } from './write-list.ts';

/** Rows 1 to `count`, three a page. */
const numbers =
  (count: number): PageAt<number> =>
  async (cursor) => {
    const from = Number(cursor);
    const rows = Array.from({ length: Math.min(3, count - from) }, (_, at) => from + at + 1);
    return { rows, next: from + 3 < count ? String(from + 3) : undefined };
  };
const aWatch = (): Watch => ({ signal: new AbortController().signal, onRows: () => {} });
const listOf = (count: number) => ({
  head: ['编号', '名称'],
  pageAt: numbers(count),
  textsOf: (rows: readonly number[]) => rows.map((row) => [String(row).padStart(20, '7'), `第 ${row} 行`]),
});

test('all pages are in the file, under one head, with the digits of long codes', async () => {
  const written = await writeList(listOf(7), aWatch());
  expect(written).toMatchObject({ count: 7, isCut: false });
  const bytes = new Uint8Array((await written?.file.arrayBuffer()) ?? new ArrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = new TextDecoder().decode(bytes).split('\r\n');
  expect(lines).toHaveLength(9);
  expect(lines[0]).toBe('"编号","名称"');
  expect(lines[7]).toBe('"=""77777777777777777777""","第 7 行"');
});

test('what goes on after the most that a file holds is told to be cut, and a list that ends there is not', async () => {
  for (const [count, isCut] of [
    [7, true],
    [6, true],
    [5, false],
    [4, false],
  ] as const) {
    const written = await writeList({ ...listOf(count), rowsMax: 5 }, aWatch());
    expect(written, String(count)).toMatchObject({ count: Math.min(count, 5), isCut });
  }
  expect(await writeList({ ...listOf(7), rowsMax: 6 }, aWatch())).toMatchObject({ count: 6, isCut: true });
  expect(await writeList({ ...listOf(6), rowsMax: 6 }, aWatch())).toMatchObject({ count: 6, isCut: false });
});

test('it tells how many came, and asks for no more once it is stopped', async () => {
  const stopping = new AbortController();
  const list = listOf(90);
  const pageAt = vi.fn(list.pageAt);
  const told: number[] = [];
  const onRows = (count: number): void => {
    told.push(count);
    if (count === 6) stopping.abort();
  };
  expect(await writeList({ ...list, pageAt }, { signal: stopping.signal, onRows })).toBeUndefined();
  expect(told).toEqual([3, 6]);
  expect(pageAt).toHaveBeenCalledTimes(2);
});

test('a page that does not come is no short file', async () => {
  const list = listOf(7);
  const pageAt: PageAt<number> = (cursor) =>
    cursor === '3' ? Promise.reject(new Error('offline')) : list.pageAt(cursor);
  await expect(writeList({ ...list, pageAt }, aWatch())).rejects.toThrow('offline');
});
