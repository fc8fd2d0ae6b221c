import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { hashRecoveryCode, newRecoveryCodes } from './recovery-codes.ts';

test('ten different codes of 120 bits, without a letter that looks like a digit', () => {
  const codes = Array.from({ length: 20 }, newRecoveryCodes);
  for (const ten of codes) {
    expect(ten).toHaveLength(10);
    for (const code of ten) expect(code).toMatch(/^([0-9AC-HJKMNP-Z]{4}-){5}[0-9AC-HJKMNP-Z]{4}$/);
  }
  expect(new Set(codes.flat()).size).toBe(200);
  // 32 characters stand for five bits each only if all of them occur.
  expect(new Set(codes.flat().join('').replaceAll('-', '')).size).toBe(32);
});

test.each([
  '0183-ACDE-FGHJ-KMNP-QRST-8101',
  '0183acdefghjkmnpqrst8101',
  ' 0183 ACDE FGHJ KMNP QRST 8101\n',
  'Ol83–acde—fghj kmnp qrst BIoL',
  '０１８３－ＡＣＤＥ－ＦＧＨＪ－ＫＭＮＰ－ＱＲＳＴ－８１０１',
])('%j is the same code', (typed) => {
  const kept = createHash('sha256').update('0183ACDEFGHJKMNPQRST8101').digest('hex');
  expect(hashRecoveryCode(typed)?.toString('hex')).toBe(kept);
});

test.each(['', '0183-ACDE', '0183-ACDE-FGHJ-KMNP-QRST-81011', '0183-ACDE-FGHJ-KMNP-QRST-810%', '0'.repeat(1_000_000)])(
  'what cannot be a code has no hash (%#)',
  (typed) => {
    expect(hashRecoveryCode(typed)).toBeUndefined();
  },
);

test('one character makes another code', () => {
  const [a, b] = ['0183-ACDE-FGHJ-KMNP-QRST-8101', '0183-ACDE-FGHJ-KMNP-QRST-8102'].map(hashRecoveryCode);
  expect(a?.equals(b ?? Buffer.alloc(0))).toBe(false);
});
