import { expect, test, vi } from 'vitest';
import { takeLinkToken } from './link-token.ts';

const at = (pathname: string, hash: string) => ({ location: { pathname, hash }, history: { replaceState: vi.fn() } });

test('takes the token and leaves the address without it', () => {
  const place = at('/console/start', '#AbC-1_2');
  expect(takeLinkToken(place)).toBe('AbC-1_2');
  expect(place.history.replaceState).toHaveBeenCalledWith(null, '', '/console/start');
});

test('what is too long to be a token leaves the address as well', () => {
  const place = at('/console/start', `#${'x'.repeat(501)}`);
  expect(takeLinkToken(place)).toBeUndefined();
  expect(place.history.replaceState).toHaveBeenCalled();
});

test.each([
  ['/console/start', ''],
  ['/console/start', '#'],
  ['/console/products', '#top'],
])('%s%s has none', (pathname, hash) => {
  const place = at(pathname, hash);
  expect(takeLinkToken(place)).toBeUndefined();
  expect(place.history.replaceState).not.toHaveBeenCalled();
});
