import { expect, test } from 'vitest';
import { base32 } from './base32.ts';
import { clockAdvice, matchingStep, newTotpSecret, otpauthUrl, stepAt, totpCode } from './totp.ts';

const SECRET = Buffer.from('12345678901234567890');
const at = (seconds: number): Date => new Date(seconds * 1000);

// RFC 6238 appendix B, SHA-1; of its eight digits the last six are those of a code of six.
test.each([
  [59, '94287082'],
  [1111111109, '07081804'],
  [1111111111, '14050471'],
  [1234567890, '89005924'],
  [2000000000, '69279037'],
  [20000000000, '65353130'],
])('at %i s the code is that of RFC 6238', (seconds, code) => {
  expect(totpCode(SECRET, stepAt(at(seconds)))).toBe(code.slice(2));
  expect(matchingStep(SECRET, code.slice(2), at(seconds))).toBe(stepAt(at(seconds)));
});

test('a code counts in its half minute and the next, neither before nor after', () => {
  const code = totpCode(SECRET, 1000);
  const counts = (seconds: number): number | undefined => matchingStep(SECRET, code, at(seconds));
  expect(counts(30_000)).toBe(1000);
  expect(counts(30_059.999)).toBe(1000);
  expect(counts(30_060)).toBeUndefined();
  expect(counts(29_999.999)).toBeUndefined();
});

test.each(['', '12345', '1234567', 'abcdef', '１２３４５６', `${totpCode(SECRET, 1000)}\n`])(
  '%j is no code',
  (typed) => {
    expect(matchingStep(SECRET, typed, at(30_000))).toBeUndefined();
    expect(clockAdvice(SECRET, typed, at(30_000))).toBeUndefined();
  },
);

test('the code of a clock that is off by up to two hours tells which way, and does not count', () => {
  const now = at(30_000_000);
  const codeAfter = (steps: number): string => totpCode(SECRET, 1_000_000 + steps);
  expect(clockAdvice(SECRET, codeAfter(1), now)).toBe('ahead');
  expect(clockAdvice(SECRET, codeAfter(240), now)).toBe('ahead');
  expect(clockAdvice(SECRET, codeAfter(-2), now)).toBe('behind');
  expect(clockAdvice(SECRET, codeAfter(-240), now)).toBe('behind');
  for (const steps of [241, -241, 0, -1]) expect(clockAdvice(SECRET, codeAfter(steps), now)).toBeUndefined();
  for (const steps of [1, -2]) expect(matchingStep(SECRET, codeAfter(steps), now)).toBeUndefined();
});

test('a secret has 160 bits and is another one each time', () => {
  expect(newTotpSecret()).toHaveLength(20);
  expect(newTotpSecret().equals(newTotpSecret())).toBe(false);
});

// RFC 4648 §10.
test.each([
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
])('%j in base32 is %s', (text, written) => {
  expect(base32(Buffer.from(text))).toBe(written);
});

test('the address for the app holds secret, issuer and account, whatever characters they have', () => {
  const url = new URL(otpauthUrl({ secret: SECRET, issuer: '溯源 A&B: x', account: '张三:1' }));
  expect(url.protocol).toBe('otpauth:');
  expect(decodeURIComponent(url.pathname)).toMatch(/\/溯源 A&B {2}x:张三 1$/);
  expect(Object.fromEntries(url.searchParams)).toEqual({
    secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
    issuer: '溯源 A&B  x',
    algorithm: 'SHA1',
    digits: '6',
    period: '30',
  });
});
