/**
 * Passwords that a rule tells: runs of the keyboard, repetitions, dates, and the words and numbers that Chinese lists of
 * breached passwords are full of, put together in any way.
 */

/** Neighbours on the keyboard: rows, and the columns that slant down from a digit. */
const ROWS = [
  ...[
    '`1234567890-=',
    'qwertyuiop[]',
    "asdfghjkl;'",
    'zxcvbnm,./',
    '!@#$%^&*()_+',
    '7894561230',
    '147258369',
    '0987654321',
  ],
  ...[
    '1qaz',
    '2wsx',
    '3edc',
    '4rfv',
    '5tgb',
    '6yhn',
    '7ujm',
    '8ik,',
    '9ol.',
    '0p;/',
    'qaz',
    'wsx',
    'edc',
    'rfv',
    'tgb',
  ],
];

/**
 * I love you, a whole life, good luck, and their kind in pinyin and numbers; first passwords of devices.
 * Ordered by nothing; a word of two characters would be found everywhere, so three are the least.
 */
const FAVOURITES = new Set(
  (
    'woaini woaiwo aini woaiwojia woaimama woaibaba woaizhongguo wobuaini wodemima mima mimamima nihao nihaoma laopo ' +
    'laogong baobao baobei xiaobao dabao zhongguo china beijing shanghai guangzhou shenzhen taobao alibaba tencent ' +
    'weixin wechat baidu huawei xiaomi jintian mingtian gongxi facai gongxifacai zhangwei wangwei wangfang liwei ' +
    'zhangli lina wangjing zhangjing iloveyou love loveyou lovely password passwd pass admin root guest user test ' +
    'welcome hello abc qwe asd zxc ' +
    '520 521 1314 13145 5201314 5211314 3344 1314520 1314521 7758 7758258 7758521 14521 201314 888 666 168 518 1688 ' +
    '9527 10086 10010 110 120 119 147 258 369 789 456 123 321 654 987 110110 007'
  ).split(' '),
);
const FAVOURITE_MAX = Math.max(...[...FAVOURITES].map((word) => word.length));
/** A run of two says nothing; three are the least that fingers do by themselves. */
const RUN_MIN = 3;
/** `a123456789`, `qq123456`, `123456..`: what the rules leave over hardly makes it less predictable. */
const LEFT_OVER_MAX = 2;
const PERIOD_MAX = 4;

/** Whether a password, case-folded, is made of such pieces with at most two other characters. */
export function isPredictable(folded: string): boolean {
  const characters = [...folded];
  return isRepeated(characters) || isDate(folded) || leftOver(characters) <= LEFT_OVER_MAX;
}

/** `abcdabcd`, `12121212`, `xxxxxxxx`: up to four characters, again and again. */
function isRepeated(characters: readonly string[]): boolean {
  return Array.from({ length: PERIOD_MAX }, (_, index) => index + 1).some(
    (period) =>
      characters.length >= 2 * period &&
      characters.every((character, index) => index < period || character === characters[index - period]),
  );
}

/** A birthday in any order, with a year that somebody living may be born in, or that is near. */
function isDate(folded: string): boolean {
  const parts = /^(?:(\d{4})(\d\d)(\d\d)|(\d\d)(\d\d)(\d{4}))$/.exec(folded.replace(/[-./年月日]/g, ''));
  return isDayOf(parts?.[1], parts?.[2], parts?.[3]) || isDayOf(parts?.[6], parts?.[4], parts?.[5]);
}

function isDayOf(year = '', a = '', b = ''): boolean {
  const [first, second] = [Number(a), Number(b)];
  const isMonthAndDay = Math.min(first, second) <= 12 && Math.max(first, second) <= 31 && first > 0 && second > 0;
  return isYear(year) && isMonthAndDay;
}

function isYear(text: string): boolean {
  return /^(19[2-9]|20[0-4])\d$/.test(text);
}

/** How many characters stay when as many as can be are taken as pieces. */
function leftOver(characters: readonly string[]): number {
  const least = [0];
  for (let end = 1; end <= characters.length; end += 1) {
    let best = (least[end - 1] ?? 0) + 1;
    for (const start of pieceStarts(characters, end)) best = Math.min(best, least[start] ?? best);
    least.push(best);
  }
  return least.at(-1) ?? 0;
}

/** Where pieces begin that end here. */
function* pieceStarts(characters: readonly string[], end: number): Iterable<number> {
  for (let start = runStart(characters, end); start <= end - RUN_MIN; start += 1) yield start;
  for (let start = Math.max(0, end - FAVOURITE_MAX); start < end; start += 1) {
    const piece = characters.slice(start, end).join('');
    if (FAVOURITES.has(piece) || isYear(piece)) yield start;
  }
}

/** Where the run begins that ends here: the same character, or the next one of the alphabet or keyboard, one way. */
function runStart(characters: readonly string[], end: number): number {
  const stepsAt = (index: number): readonly string[] => stepsOf(characters[index - 1] ?? '', characters[index] ?? '');
  let steps = stepsAt(end - 1);
  let start = end - 1;
  while (start > 0 && steps.length > 0) {
    start -= 1;
    const before = start === 0 ? [] : stepsAt(start);
    steps = steps.filter((step) => before.includes(step));
  }
  return start;
}

/** The ways in which one character comes after another, such as the next of row 2. */
function stepsOf(from: string, to: string): readonly string[] {
  if (from === '' || to === '') return [];
  const apart = (to.codePointAt(0) ?? 0) - (from.codePointAt(0) ?? 0);
  const steps = Math.abs(apart) <= 1 ? [`code ${apart}`] : [];
  for (const [index, row] of ROWS.entries()) {
    if (row.includes(from + to)) steps.push(`row ${index}`);
    if (row.includes(to + from)) steps.push(`back ${index}`);
  }
  return steps;
}
