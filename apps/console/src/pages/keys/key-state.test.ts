import { expect, test } from 'vitest';
import { keyState } from './key-state.ts';

const NOW = Date.parse('2026-03-01T00:00:00Z');

test.each([
  ['good', { revokedAt: null, expiresAt: null }],
  ['good', { revokedAt: null, expiresAt: '2026-03-16T00:00:00Z' }],
  ['ending', { revokedAt: null, expiresAt: '2026-03-14T00:00:00Z' }],
  ['expired', { revokedAt: null, expiresAt: '2026-03-01T00:00:00Z' }],
  ['revoked', { revokedAt: '2026-02-01T00:00:00Z', expiresAt: '2026-02-02T00:00:00Z' }],
] as const)('a key is %s: %j', (state, key) => {
  expect(keyState(key, NOW)).toBe(state);
});
