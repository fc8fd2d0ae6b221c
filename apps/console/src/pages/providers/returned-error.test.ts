import { expect, test } from 'vitest';
import { returnedError } from './returned-error.ts';

test('the code is read, and nothing else that an address may hold', () => {
  expect(returnedError('#error=oidc.unknown')).toBe('oidc.unknown');
  expect(returnedError('#error=person.already-member')).toBe('person.already-member');
  for (const hash of ['', '#', '#error=', '#error=<b>', '#other=a.b', '#error=a.b&c=d']) {
    expect(returnedError(hash)).toBeUndefined();
  }
});
