import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bundleOf } from './bundle-place.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'suyuan-bundle-'));
  for (const file of ['apps/cli/src/run.ts', 'packages/server/src/deep/a.ts', 'node_modules/.package-lock.json'])
    write(file, 'one');
});
afterEach(() => rmSync(root, { recursive: true }));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

test('the suites run the program from its bundle', () => {
  expect(existsSync(bundleOf())).toBe(true);
});

test.each([
  ['a source that changed', () => write('packages/server/src/deep/a.ts', 'other')],
  ['one that changed and is as long', () => utimesSync(join(root, 'packages/server/src/deep/a.ts'), 1, 1)],
  ['a source that is new', () => write('packages/codes/src/b.ts', '')],
  ['a source that is gone', () => rmSync(join(root, 'apps/cli/src/run.ts'))],
  ['other packages of others', () => write('node_modules/.package-lock.json', 'other')],
])('%s makes it another bundle', (_, change) => {
  const before = bundleOf(root);
  expect(bundleOf(root)).toBe(before);
  change();
  expect(bundleOf(root)).not.toBe(before);
});

test('a test does not', () => {
  const before = bundleOf(root);
  write('apps/cli/src/run.test.ts', '');
  expect(bundleOf(root)).toBe(before);
});
