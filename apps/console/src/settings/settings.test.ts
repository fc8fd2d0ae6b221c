import { expect, test } from 'vitest';
import { createSettings } from './settings.ts';

/** A browser's storage with what was kept in it. */
function storage(kept: Record<string, string> = {}): Storage {
  const items = new Map(Object.entries(kept));
  return {
    get length() {
      return items.size;
    },
    clear: () => items.clear(),
    getItem: (key) => items.get(key) ?? null,
    key: (index) => [...items.keys()][index] ?? null,
    removeItem: (key) => void items.delete(key),
    setItem: (key, value) => void items.set(key, value),
  };
}

test('begins in the first language of the browser that we speak, else in Chinese', () => {
  expect(createSettings(storage(), ['fr', 'en-GB', 'zh-CN']).current()).toEqual({ language: 'en', theme: 'system' });
  expect(createSettings(undefined, ['fr']).current().language).toBe('zh');
});

test('a choice is kept for the next time', () => {
  const kept = storage();
  createSettings(kept, ['zh-CN']).change({ language: 'en' });
  createSettings(kept, ['zh-CN']).change({ theme: 'dark' });
  expect(createSettings(kept, ['zh-CN']).current()).toEqual({ language: 'en', theme: 'dark' });
});

test.each(['', '{', 'null', '[]', '{"language":"fr","theme":7}'])('%j in the storage harms nothing', (text) => {
  expect(createSettings(storage({ 'suyuan.console': text }), []).current()).toEqual({
    language: 'zh',
    theme: 'system',
  });
});

test('a storage that is full takes nothing, and the choice still holds', () => {
  const full = {
    ...storage(),
    setItem: () => {
      throw new Error('full');
    },
  };
  const settings = createSettings(full, []);
  settings.change({ language: 'en' });
  expect(settings.current().language).toBe('en');
});
