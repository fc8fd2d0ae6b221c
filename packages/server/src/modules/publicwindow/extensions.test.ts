import { expect, test } from 'vitest';
import { localName, membersOf } from './extensions.ts';

test.each([
  'https://ref.gs1.org/cbv/lotNumber',
  'urn:epcglobal:cbv:mda:lotNumber',
  'urn:epcglobal:cbv:mda#lotNumber',
  'example:lotNumber',
  'lotNumber',
])('%s is called lotNumber', (name) => expect(localName(name)).toBe('lotNumber'));

test('members of an object by their own names; of anything else there are none', () => {
  expect(membersOf({ 'https://example.org/ns/item': 'pH', 'https://example.org/ns/passed': 'true' })).toEqual({
    item: 'pH',
    passed: 'true',
  });
  for (const value of ['text', null, ['a']]) expect(membersOf(value)).toEqual({});
});
