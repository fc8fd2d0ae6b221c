import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withMember } from './member-text.ts';

test.each([
  ['{"recordTime":"x"}', '{"recordTime":9}'],
  ['{"a":1,"recordTime":"x"}', '{"a":1,"recordTime":9}'],
  ['{ "a" : "recordTime" , "recordTime" : "x" , "b" : 2 }', '{ "a" : "recordTime" , "recordTime" : 9 , "b" : 2 }'],
  ['{"a":{"recordTime":1},"b":["recordTime",{"recordTime":2}]}', undefined],
  ['{"a":"\\"recordTime\\":","\\u0072ecordTime":["x",{}]}', '{"a":"\\"recordTime\\":","\\u0072ecordTime":9}'],
  ['{}', undefined],
])('%s', (text, expected = text) => {
  expect(withMember(text, 'recordTime', '9')).toBe(expected);
});

test('changes that member and leaves every other as it was, whatever stands beside it', () => {
  const name = fc.constantFrom('recordTime', 'a', 'b"', '{', ',', '$&');
  fc.assert(
    fc.property(fc.dictionary(name, fc.jsonValue()), fc.nat(2), (object, indent) => {
      const text = JSON.stringify(object, null, indent);
      const changed = Object.hasOwn(object, 'recordTime') ? { ...object, recordTime: '$&' } : object;
      expect(withMember(text, 'recordTime', '"$&"')).toBe(JSON.stringify(changed, null, indent));
    }),
  );
});
