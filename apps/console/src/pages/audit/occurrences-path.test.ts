import { expect, test } from 'vitest';
import { occurrencesPath } from './occurrences-path.ts';

const ANY = { group: 'all', from: '', to: '' };

test('asks for all where nothing is chosen, and goes on at the cursor', () => {
  expect(occurrencesPath(ANY, undefined)).toBe('/v1/occurrences');
  expect(occurrencesPath(ANY, '17')).toBe('/v1/occurrences?cursor=17');
});

test('of one day asks from its beginning to the next one’s', () => {
  const query = new URLSearchParams(
    occurrencesPath({ group: 'key', from: '2026-02-28', to: '2026-02-28' }, '5').slice(16),
  );
  expect(query.get('group')).toBe('key');
  expect(new Date(query.get('from') ?? '').getTime()).toBe(new Date(2026, 1, 28).getTime());
  expect(new Date(query.get('to') ?? '').getTime()).toBe(new Date(2026, 2, 1).getTime());
});
