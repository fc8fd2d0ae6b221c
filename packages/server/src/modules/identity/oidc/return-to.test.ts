import { expect, test } from 'vitest';
import { readReturnTo } from './return-to.ts';

test.each([
  [undefined, '/console'],
  ['/console', '/console'],
  ['/console/records?q=稻#a', '/console/records?q=%E7%A8%BB#a'],
  ['/console/a/../b', '/console/b'],
  ['/console/?next=//evil.example', '/console/?next=//evil.example'],
])('%s leads to %s', (given, path) => {
  expect(readReturnTo(given)).toBe(path);
});

test.each([
  '//evil.example',
  'https://evil.example/console',
  '\\\\evil.example',
  '/\\evil.example',
  '/console\\..\\..\\evil',
  '/console/../..//evil.example',
  '/console/%2e%2e//evil.example',
  '/consoles',
  '/v1/session',
  'javascript:alert(1)',
  '/console/\n//evil.example',
  '\t//evil.example',
  'console',
  '',
])('%j is refused', (given) => {
  expect(() => readReturnTo(given)).toThrow(expect.objectContaining({ code: 'request.invalid' }));
});
