import { expect, test } from 'vitest';
import { returnPath, signInPath } from './return-path.ts';

const cameBack = (path: string): string => returnPath(new URL(signInPath(path), 'http://localhost').searchParams);

test.each(['/', '/products', '/products?page=2&q=奶粉#top'])('comes back to %s', (path) => {
  expect(cameBack(path)).toBe(path);
});

test.each([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '',
  'x',
  '/sign-in?return=/',
])('does not lead to %j', (path) => {
  expect(returnPath(new URLSearchParams({ return: path }))).toBe('/');
});
