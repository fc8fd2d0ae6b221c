import { expect, test } from 'vitest';
import { codeOfLot } from './code-of-lot.ts';

test('a lot stands behind the product that has a GTIN; without a lot, and of other products, the product itself', () => {
  const product = 'https://id.gs1.org/01/06901234567892';
  expect(codeOfLot(product, ' A/1 ')).toBe(`${product}/10/A%2F1`);
  expect(codeOfLot(product, ' ')).toBe(product);
  expect(codeOfLot('https://own.example/fuji', 'A1')).toBe('https://own.example/fuji');
});
