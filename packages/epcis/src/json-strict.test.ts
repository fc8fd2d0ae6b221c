import fc from 'fast-check';
import { expect, test } from 'vitest';
import { growth, LINEAR_MAX } from '../../../tools/growth.fixture.ts';
import { parseStrict, ScanFault } from './json-strict.ts';
import type { Finding } from './model.ts';

function fatalFault(text: string): Finding | undefined {
  try {
    parseStrict(text);
    return undefined;
  } catch (error) {
    if (error instanceof ScanFault) return error.finding;
    throw error;
  }
}

test('any sound JSON is read as JSON.parse reads it, without a fault', () => {
  const value = fc.jsonValue({ stringUnit: 'binary' });
  fc.assert(
    fc.property(value, fc.constantFrom(0, 2), (json, indent) => {
      const text = JSON.stringify(json, undefined, indent);
      fc.pre(!/\\u0000|\\ud[89a-f]/.test(text) && !text.includes('__proto__'));
      expect(parseStrict(text)).toEqual({ text, value: JSON.parse(text), faults: [] });
    }),
  );
});

test('any other text is refused, and nothing is thrown but ScanFault', () => {
  const words = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ':',
    ',',
    '"',
    '\\',
    '"a"',
    '1',
    '-',
    '.5',
    'true',
    'nul',
    ' ',
    '\n',
    '价',
  );
  const text = fc.array(fc.oneof(words, fc.string({ maxLength: 3, unit: 'binary' })), { maxLength: 12 });
  fc.assert(
    fc.property(text, (parts) => {
      const written = parts.join('');
      expect(fatalFault(written) === undefined).toBe(isJson(written));
    }),
    { numRuns: 2000 },
  );
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test('a name given twice is found wherever it is, by its pointer', () => {
  const inner = fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue({ maxDepth: 2 }), { minKeys: 1, maxKeys: 4 });
  const steps = fc.array(fc.oneof(fc.string(), fc.nat({ max: 3 })), { maxLength: 6 });
  fc.assert(
    fc.property(inner, steps, (members, path) => {
      const name = JSON.stringify(Object.keys(members)[0]);
      let text = `${JSON.stringify(members).slice(0, -1)},${name}:null}`;
      for (const step of path.toReversed()) {
        text = typeof step === 'number' ? `[${'0,'.repeat(step)}${text}]` : `{${JSON.stringify(step)}:${text}}`;
      }
      fc.pre(!text.includes('__proto__'));
      const pointer = [...path, JSON.parse(name)].map(token).join('');
      expect(parseStrict(text).faults).toMatchObject([{ rule: 'json.duplicate-key', pointer }]);
    }),
  );
});

const token = (step: string | number): string => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`;

test.each([
  ['', 0],
  [' \n', 2],
  ['{"a":"价', 9],
  ['{"a":"\\u00', 10],
  ['{"a":"\\', 7],
  ['{"a"', 4],
  ['[1', 2],
  ['[-', 2],
  ['[1.', 3],
  ['[1e+', 4],
  ['[tru', 4],
  ['"', 1],
])('%j is cut short after %i bytes', (text, bytes) => {
  const found = fatalFault(text);
  expect(found?.rule).toBe('json.truncated');
  expect(found?.message.en).toContain(`byte ${bytes}:`);
});

test.each([
  ['{"价":x}', 7, ' a value'],
  ['{"a":1,}', 7, ' a name in double quotes'],
  ['{a:1}', 1, ' a name in double quotes or "}"'],
  ['[1,]', 3, ' a value'],
  ['[1 2]', 3, ' "," or a closing bracket'],
  ['{"a" 1}', 5, ' ":"'],
  ['1 1', 2, ' the end'],
  ['[01]', 1, ' a value or "]"'],
  ['"\\x"', 1, ' an escape'],
  ['["\\u12g4"]', 2, ' an escape'],
  ['NaN', 0, ' a value'],
  ["{'a':1}", 1, ' a name in double quotes'],
  ['\u00a01', 0, ' a value'],
])('%s is no JSON from byte %i on, where%s should stand', (text, byte, expected) => {
  const found = fatalFault(text);
  expect(found?.rule).toBe('json.syntax');
  expect(found?.message.en).toContain(`${expected.trim()}`);
  expect(found?.message.en).toContain(`at byte ${byte}.`);
});

test('half a surrogate pair that came as a character is found like one that came as an escape', () => {
  expect(parseStrict('{"a":"\ud83d"}').faults).toMatchObject([{ rule: 'json.lone-surrogate', pointer: '/a' }]);
  expect(parseStrict('{"a":"\ud83d"}').text).toBe('{"a":"\ud83d"}');
});

test('a fault is counted in bytes of what was sent, the byte order mark among them', () => {
  expect(parseStrict('\ufeff{}').value).toEqual({});
  expect(fatalFault('\ufeff{x}')?.message.en).toContain('at byte 4.');
  expect(fatalFault('\ufeff\ufeff{}')?.rule).toBe('json.syntax');
});

test('__proto__ is a name like any other in what is read, and reaches no prototype', () => {
  const { value, faults } = parseStrict('{"__proto__":{"polluted":true}}');
  expect(faults).toMatchObject([{ rule: 'json.forbidden-key', pointer: '/__proto__' }]);
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});

test('nesting a million deep is refused, whatever it is made of', () => {
  for (const part of ['[', '{"a":', '[{"a":', '[[],']) {
    expect(fatalFault(part.repeat(1_000_000))?.rule).toBe('json.depth');
  }
  expect(fatalFault(`${'['.repeat(65)}${']'.repeat(65)}`)).toMatchObject({
    rule: 'json.depth',
    pointer: '/0'.repeat(64),
  });
  expect(fatalFault(`${'['.repeat(64)}${']'.repeat(64)}`)).toBeUndefined();
});

test('an object of half a million names is refused before it is parsed', () => {
  const names = Array.from({ length: 600_000 }, (_, i) => `"n${i}":1`);
  expect(fatalFault(`{${names.join(',')}}`)?.rule).toBe('json.too-many-values');
  expect(fatalFault(`{${names.slice(0, 400_000).join(',')}}`)).toBeUndefined();
});

test('a long number is read', () => {
  const digits = '1'.repeat(20_000);
  expect(parseStrict(`{"a":${digits},"a":${digits}}`).faults).toMatchObject([{ rule: 'json.duplicate-key' }]);
});

test('a large text with a fault is read once, not once a fault', () => {
  const text = (size: number): string => `[${'{"a":"\\u0000","a":0.5},'.repeat(size)}0]`;
  expect(parseStrict(text(20_000)).faults).toHaveLength(20);
  expect(growth((size) => parseStrict(text(size)), 20_000)).toBeLessThan(LINEAR_MAX);
});

test('an event of more values than one may have is refused, and read no further', () => {
  expect(() => parseStrict(`[${'{},'.repeat(1_000_001)}0]`)).toThrow('values');
  expect(parseStrict(`[${'0,'.repeat(1_000_000)}0]`).faults).toEqual([]);
});
