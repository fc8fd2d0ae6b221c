import { expect, test } from 'vitest';
import { describeMutant, mutantsOf, mutate, sample } from './mutants.ts';

const changed = (text: string): string[] => mutantsOf(text).map((mutant) => mutate(text, mutant));

test.each([
  ['a < b', ['a <= b']],
  ['a >= b', ['a > b']],
  ['a === b', ['a !== b']],
  ['a && b', ['a || b']],
  ['!a', ['a']],
  ['true', ['false']],
  ['1_000', ['(1001)', '(999)']],
  ['a + b', []],
  ['f(x as 1)', []],
])('%s', (expression, expected) => {
  expect(changed(`const x = ${expression};`).toSorted()).toEqual(expected.map((one) => `const x = ${one};`).toSorted());
});

test('a statement is dropped', () => {
  expect(changed('f();')).toEqual([';']);
});

test('a condition holds always, or never', () => {
  expect(changed('if (a) { b; }')).toEqual(['if (false) { b; }', 'if (true) { b; }', 'if (a) { ; }']);
  expect(changed('const x = a ? b : c;')).toEqual(['const x = false ? b : c;', 'const x = true ? b : c;']);
});

test('a function returns nothing, or at once', () => {
  expect(changed('const f = () => a;')).toEqual(['const f = () => undefined;']);
  expect(changed('function f() { return a; }')).toEqual(['function f() { return undefined; }']);
  expect(changed('class A { f() { const b = c; return b; } }')).toEqual([
    'class A { f() { return;  const b = c; return b; } }',
    'class A { f() { const b = c; return undefined; } }',
  ]);
});

test('types are left alone', () => {
  expect(changed('interface A { readonly b: true; c(): 1 } type D = E extends 1 ? true : false;')).toEqual([]);
});

test('places are right behind comments and characters of several bytes, in any order of files', () => {
  const text = "// 说明 🌶\n/* 更多 */ const 名 = '花椒'; const x = a /* < */ < b;\n";
  for (let i = 0; i < 3; i += 1) {
    const [only, ...others] = mutantsOf(text).filter(({ operator }) => operator === 'comparison');
    expect(others).toEqual([]);
    if (only === undefined) throw new TypeError('no mutant');
    expect(mutate(text, only)).toBe(text.replace(' < b', ' <= b'));
    expect(describeMutant(text, only)).toBe('line 2 comparison: < → <=');
  }
});

test('a sample is the same for the same seed, and holds each entry once', () => {
  const entries = Array.from({ length: 100 }, (_, i) => i);
  expect(sample(entries, 10, 7)).toEqual(sample(entries, 10, 7));
  expect(sample(entries, 10, 7)).not.toEqual(sample(entries, 10, 8));
  expect(new Set(sample(entries, 1000, 7))).toEqual(new Set(entries));
});
