import { beforeEach, expect, test } from 'vitest';
import { type KeptSheet, keptHere } from './kept-here.ts';

let texts: Map<string, string>;
let storage: Storage;
beforeEach(() => {
  texts = new Map();
  storage = {
    get length() {
      return texts.size;
    },
    key: (at) => [...texts.keys()][at] ?? null,
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => void texts.set(key, text),
    removeItem: (key) => void texts.delete(key),
    clear: () => texts.clear(),
  };
});

const sheet = (id: string, atMs: number): KeptSheet => ({
  ...{ id, pack: 'food', stage: 'receipt', version: 2, atMs },
  given: {
    ...{ name: '进面粉', day: '2026-10-01', time: '08:00', units: [{ code: 'x' }], inputs: [] },
    ...{ parent: '', place: '', from: '', to: '', notice: '', order: '', values: { productName: '面粉' } },
  },
});

test('what is kept is found again, the last typed first, until it is saved', () => {
  const here = keptHere(storage, 'me');
  here.keep(sheet('a', 1));
  here.keep(sheet('b', 2));
  here.keep(sheet('a', 3));
  expect(here.find('a')).toEqual(sheet('a', 3));
  expect(here.list().map(({ id }) => id)).toEqual(['a', 'b']);
  here.forget('a');
  expect([here.find('a'), here.list().length]).toEqual([undefined, 1]);
});

test('of another person or organisation nothing is shown', () => {
  keptHere(storage, 'me').keep(sheet('a', 1));
  const other = keptHere(storage, 'me2');
  expect([other.find('a'), other.list()]).toEqual([undefined, []]);
});

test('what is no such text, a storage that is full and one that is forbidden break nothing', () => {
  const here = keptHere(storage, 'me');
  for (const text of ['', '{', 'null', '{"id":"a"}', JSON.stringify({ ...sheet('a', 1), given: {} })]) {
    texts.set('suyuan.sheet me a', text);
    expect(here.list()).toEqual([]);
  }
  const full = {
    ...storage,
    length: 0,
    setItem: () => {
      throw new Error('full');
    },
  };
  keptHere(full, 'me').keep(sheet('a', 1));
  const none = keptHere(undefined, 'me');
  none.keep(sheet('a', 1));
  none.forget('a');
  expect([none.find('a'), none.list()]).toEqual([undefined, []]);
});
