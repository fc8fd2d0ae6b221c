/** What is counted is called what people call it. */
import { expect, test } from 'vitest';
import { countedPieces } from './pieces.ts';

const packedIn = (...codes: readonly (string | undefined)[]) =>
  new Set(codes.map((code) => ({ attributes: code === undefined ? {} : { packagingTypeCode: code } })));

test.each([
  [96, ['CX'], '96 罐', '96 cans'],
  [1, ['CX'], '1 罐', '1 can'],
  [5_000, ['CX'], '5,000 罐', '5,000 cans'],
  [2, ['BX', 'BX'], '2 盒', '2 boxes'],
  [1, ['BO'], '1 瓶', '1 bottle'],
  [3, [undefined], '3 件', '3 items'],
  [1, ['ZZ'], '1 件', '1 item'],
  [5, ['CX', 'BX'], '5 件', '5 items'],
  [5, ['CX', undefined], '5 件', '5 items'],
] as const)('%i of %j', (count, codes, zh, en) => {
  expect(countedPieces(count, packedIn(...codes))).toEqual({ zh, en });
});
