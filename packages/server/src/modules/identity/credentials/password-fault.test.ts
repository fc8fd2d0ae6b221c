import { expect, test } from 'vitest';
import { passwordFault } from './password-fault.ts';

const NAMES = [
  'wangxiaoming',
  '13800138000',
  'wang@farm.example',
  '绿野合作社',
  'Green Field Co',
  'suyuan',
  '溯源',
  '甲',
];
const faultOf = (password: string): string | undefined => passwordFault(password, { names: NAMES });

test.each(['', '1234567', 'aB3$xyz', '春夏秋冬春夏秋', '😀😀😀😀😀😀😀'])('%j is too short', (password) => {
  expect(faultOf(password)).toBe('short');
});

test('128 characters are taken, whatever their bytes, and one more is too long', () => {
  const [latin, han, emoji] = ['kdjqmvxo', '稻麦鱼茶果菜粮油', '😀🐟🍎🌾🚜🐂🥬🍵'].map((text) => text.repeat(16));
  for (const text of [latin, han, emoji]) {
    expect([...(text ?? '')]).toHaveLength(128);
    expect(faultOf(text ?? '')).toBeUndefined();
    expect(faultOf(`${text}x`)).toBe('long');
  }
  expect(faultOf('x'.repeat(10_000_000))).toBe('long');
});

test.each([
  // Lists of breaches.
  ...[
    'password',
    'Password',
    'PASSWORD1',
    'iloveyou',
    'sunshine',
    'trustno1',
    'football',
    'whatever',
    'passw0rd',
    'superman',
  ],
  ...['sunshine2024', '!!football', '1Princess!'],
  // Keyboards, runs, repetitions.
  ...[
    '12345678',
    '87654321',
    '123456789',
    '0123456789',
    'abcdefgh',
    'qwertyui',
    'asdfghjkl',
    'zxcvbnm,',
    '1qaz2wsx',
    '1q2w3e4r',
  ],
  ...[
    '1qaz@WSX',
    'qwer1234',
    'QWERTYUIOP',
    '11111111',
    '88888888',
    'abababab',
    'abcabcabc',
    '12341234',
    'aaaabbbb',
    'a1b2a1b2',
  ],
  ...['!@#$%^&*', '147258369', '1234567890-=', 'poiuytrewq', '１２３４５６７８'],
  // Chinese favourites.
  ...[
    'woaini1314',
    'woaini520',
    '5201314520',
    '1314520520',
    'a5201314',
    'woaini123',
    'Woaini521',
    'aini1314520',
    '7758258520',
  ],
  ...[
    'qq123456',
    'a123456789',
    'aa123456',
    'abc123456',
    'zxc123456',
    '123456abc',
    '123456789a',
    'nihao123',
    'mima123456',
    'admin888',
  ],
  ...[
    'woaimama',
    'woaizhongguo',
    'zhongguo888',
    'beijing2008',
    'taobao123',
    '1688168168',
    '147258369a',
    'admin@123',
    'root123456',
  ],
  // Birthdays.
  ...['19880309', '2001-02-03', '09031988', '1990年01月01日'],
])('%j is one that is tried first', (password) => {
  expect(faultOf(password)).toBe('common');
});

test.each([
  ...['wangxiaoming', 'WangXiaoMing', 'wangxiaoming2024', '88wangxiaoming!', 'wangxiaomingwangxiaoming'],
  ...['13800138000', '138001380001', 'wang@farm.example', '绿野合作社123', 'greenfieldco', 'Green Field Co 1'],
  ...['suyuan2026', 'Suyuan!!', 'suyuansuyuan', '溯源溯源溯源溯源', '溯源123456', 'ｓｕｙｕａｎ８８'],
])('%j is a name of this place', (password) => {
  expect(faultOf(password)).toBe('context');
});

test.each([
  ...[
    'correct horse battery staple',
    'kdjqmvxo',
    '春天的早晨很安静',
    '稻花香里说丰年啊',
    '73920485',
    'Tr0ub4dor&3x',
    'hunan-lajiao-77',
  ],
  ...['xiaoming likes suyuan', '甲乙丙丁戊己庚辛', '甲92837465', '        kdjqm', '19991399', '30251988'],
])('%j is taken, without a rule on what it is made of', (password) => {
  expect(faultOf(password)).toBeUndefined();
});
