import PASSWORDS from '@zxcvbn-ts/language-common/src/passwords.json' with { type: 'json' };
import { expect, test } from 'vitest';
import { passwordFault } from '../packages/server/src/modules/identity/credentials/password-fault.ts';
import { listed } from './import-common-passwords.ts';

test('the 4,500 most common passwords that are long enough are refused, in any case (ASVS 6.2.4)', () => {
  const most = PASSWORDS.filter((password) => password.length >= 8).slice(0, 4500);
  expect(most).toHaveLength(4500);
  const taken = most
    .flatMap((password) => [password, password.toUpperCase()])
    .filter((password) => {
      return passwordFault(password, { names: [] }) === undefined;
    });
  expect(taken).toEqual([]);
});

test('the list leaves out what is short, doubled, or told by a rule', () => {
  expect(listed(['short', 'sunshine', '12345678', 'SunShine', '19880309', 'baseball'])).toEqual([
    'baseball',
    'sunshine',
  ]);
});
