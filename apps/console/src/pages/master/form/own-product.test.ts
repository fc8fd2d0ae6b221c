import { readCode } from '@suyuan/codes';
import { expect, test } from 'vitest';
import { numberOfName, OWN_NUMBER, ownProduct } from './own-product.ts';

const id = '0190f3e2-8a4c-7d1e-9b5a-3c2d1e0f4a6b';

test.each([
  ['cn-uscc:91110000802100433B', 'own-product:91110000802100433B.红富士80'],
  ['https://id.gs1.org/414/6901234500004', 'own-product:0190f3e28a4c7d1e9b5a3c2d1e0f4a6b.红富士80'],
  [null, 'own-product:0190f3e28a4c7d1e9b5a3c2d1e0f4a6b.红富士80'],
])('under the code %s it is %s', (code, expected) => {
  expect(ownProduct(' 红富士80 ', { id, code })).toBe(expected);
  expect(readCode(expected)).toMatchObject({ scheme: 'own-product', names: 'class', wellFormed: true });
});

test.each(['红富士 80', 'a.b', 'a#b', '', 'x'.repeat(41)])(
  '“%s” is told before it is sent, as the scheme has it',
  (number) => {
    expect(OWN_NUMBER.test(number)).toBe(false);
    expect(readCode(ownProduct(number, { id, code: null })).wellFormed).toBe(false);
  },
);

test.each([
  ['红富士苹果', '红富士苹果'],
  [' 小米 5 kg（袋装）', '小米5kg袋装'],
  ['x'.repeat(50), 'x'.repeat(40)],
  ['（）·', undefined],
  ['', undefined],
])('of the name “%s” the number is %s', (name, number) => {
  expect(numberOfName(name)).toBe(number);
  if (number !== undefined) expect(readCode(ownProduct(number, { id, code: null })).wellFormed).toBe(true);
});
