import { expect, test } from 'vitest';
import { codeOfLot, numberOf, productOf } from './code-of-lot.ts';

test('a lot stands behind the product that has a GTIN; without a lot, and of other products, the product itself', () => {
  const product = 'https://id.gs1.org/01/06901234567892';
  expect(codeOfLot(product, ' A/1 ')).toBe(`${product}/10/A%2F1`);
  expect(codeOfLot(product, ' ')).toBe(product);
  expect(codeOfLot('https://own.example/fuji', 'A1')).toBe('https://own.example/fuji');
});

test('a product code of one’s own has lots of one’s own', () => {
  expect(codeOfLot('own-product:91110000802100433B.红富士', ' A/1 ')).toBe('own-lot:91110000802100433B.红富士.A/1');
  expect(codeOfLot('own-product:91110000802100433B.红富士', '')).toBe('own-product:91110000802100433B.红富士');
});

test('a product is told by its number', () => {
  expect(numberOf('https://id.gs1.org/01/06901234567892')).toBe('06901234567892');
  expect(numberOf('own-product:91110000802100433B.红富士/80')).toBe('红富士/80');
});

test('the product of a lot is told by its code, also where that is written as events name it', () => {
  expect(productOf('https://id.gs1.org/01/06901234567892/10/A%2F1')).toBe('https://id.gs1.org/01/06901234567892');
  expect(productOf(`own-lot:91110000802100433B.${encodeURIComponent('红富士')}.A/1`)).toBe(
    'own-product:91110000802100433B.红富士',
  );
  expect(productOf('own-product:91110000802100433B.红富士')).toBe('own-product:91110000802100433B.红富士');
});
