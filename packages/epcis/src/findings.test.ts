import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { growth } from '../../../tools/growth.fixture.ts';
import { childPointer, excerpt, finding, quoted, RULES, renderFindings } from './findings.ts';

const placeholders = (text: string): readonly string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

test.each(Object.entries(RULES))('%s says the same in both languages', (id, { en, zh }) => {
  expect(id).toMatch(/^(json|xml|document|event)\.[a-z0-9]+(-[a-z0-9]+)*$/);
  expect(placeholders(zh).toSorted()).toEqual(placeholders(en).toSorted());
  expect(en).toMatch(/^[A-Z{].*[.}]$/s);
  expect(zh).toMatch(/\p{Script=Han}.*[。}]$/su);
});

test('a finding has its sentences filled in, each phrase in its language', () => {
  const expected = { en: 'a name', zh: '名称' };
  const found = finding({ rule: 'json.syntax', pointer: '/a', value: '$&', params: { expected, offset: 3 } });
  expect(found).toEqual({
    pointer: '/a',
    rule: 'json.syntax',
    clause: 'RFC 8259 §2',
    value: '"$&"',
    message: {
      en: 'This is not JSON: a name is expected at byte 3.',
      zh: '不是合法的 JSON：第 3 字节处应为名称。',
    },
  });
});

test('what stands in a value never becomes part of the sentence around it', () => {
  const { message } = finding({ rule: 'json.duplicate-key', pointer: '', params: { name: quoted('{name}$1') } });
  expect(message.en).toContain('"{name}$1"');
});

describe('the value of a finding', () => {
  test('is JSON of at most 200 characters that any database takes', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        const text = excerpt(value);
        expect(text.length).toBeLessThanOrEqual(200);
        expect(text.isWellFormed()).toBe(true);
        expect(text).not.toContain('\u0000');
        const whole = JSON.stringify(value);
        if (whole.length <= 200) expect(text).toBe(whole);
        else expect(whole.startsWith(text.slice(0, 198).replace('\ufffd', ''))).toBe(true);
      }),
    );
  });

  test('is cut, and not written out first, when it is large', () => {
    const entries = Array.from({ length: 400_000 }, (_, index) => `entry ${index}`);
    expect(excerpt(entries)).toMatch(/^\["entry 0",.*…$/);
    const text = 'x'.repeat(4_000_000);
    const cut = (size: number): void => {
      for (let turn = 0; turn < 1000; turn += 1) excerpt(text.slice(0, size));
    };
    // Were it written out first, four times as much would take four times as long.
    expect(growth(cut, 1_000_000)).toBeLessThan(2);
  });

  test('shows a number that is beyond what JSON can say', () => {
    expect(excerpt(JSON.parse('1e400'))).toBe('Infinity');
    expect(excerpt(null)).toBe('null');
  });
});

test('a pointer is escaped as RFC 6901 says, and can be stored', () => {
  expect(childPointer('/a', 'b/c~d')).toBe('/a/b~1c~0d');
  expect(childPointer('/a', 3)).toBe('/a/3');
  expect(childPointer('', '')).toBe('/');
  expect(childPointer('', '\u0000\ud800')).toBe('/\ufffd\ufffd');
  expect(childPointer('/a', 'x'.repeat(5000))).toBe('/a');
});

test('findings are written one a line', () => {
  const findings = [
    finding({ rule: 'event.list-empty', pointer: '/epcisBody/eventList/0/epcList', value: [] }),
    finding({ rule: 'document.events-required', pointer: '' }),
  ];
  expect(renderFindings(findings, 'en').split('\n')).toEqual([
    '/epcisBody/eventList/0/epcList: [] At least one entry is expected here. [event.list-empty]',
    expect.stringMatching(/^\/: .*\[document\.events-required, EPCIS 2\.0 §9\.1\]$/),
  ]);
  expect(renderFindings(findings, 'zh')).toContain('此处至少应有一项。');
});
