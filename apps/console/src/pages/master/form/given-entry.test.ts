import type { EntryBody } from '@suyuan/api';
import { expect, test } from 'vitest';
import { entryOf, fieldsOf, type Given, givenOf } from './given-entry.ts';

const milk: EntryBody = {
  code: 'https://id.gs1.org/01/06901234500011',
  kind: 'product',
  type: 'urn:epcglobal:epcis:vtype:EPCClass',
  name: { zh: '纯牛奶', en: '纯牛奶' },
  attributes: { descriptionShort: '纯牛奶', shelfLife: '180 天', countryOfOrigin: ['CN', 'NZ'] },
  identifiers: [{ scheme: 'internal', value: 'M-1' }],
  parts: ['urn:example:part'],
  at: '2026-01-01T00:00:00Z',
};
const given = (changes: object = {}): Given => ({
  kind: 'product',
  code: '',
  identifiers: [],
  ...givenOf(milk),
  ...changes,
});

test('what is saved as it was is the same entry, with what has no field', () => {
  const { code, kind, attributes, identifiers, parts } = milk;
  expect(entryOf(given(), milk)).toEqual({ code, kind, attributes, identifiers, parts });
});

test('a text that is emptied is said no more, one that is new is added', () => {
  const changed = given({ 'attribute.shelfLife': ' ', 'attribute.netContentDescription': ' 250 mL ' });
  expect(entryOf(changed, milk)).toMatchObject({
    attributes: { descriptionShort: '纯牛奶', netContentDescription: '250 mL', countryOfOrigin: ['CN', 'NZ'] },
  });
  expect(entryOf(changed, milk)).not.toHaveProperty('attributes.shelfLife');
});

test('each text of the entry has a field, the name one of its own', () => {
  expect(fieldsOf('product', milk.attributes)).toContain('shelfLife');
  expect(fieldsOf('product', milk.attributes)).not.toContain('countryOfOrigin');
  expect(fieldsOf('product', milk.attributes)).not.toContain('descriptionShort');
});
