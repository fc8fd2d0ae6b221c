import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { growth, LINEAR_MAX } from '../../../tools/growth.fixture.ts';
import { personalNumberOf } from './cn/personal-number.ts';
import { lengthOf } from './field.ts';
import { isDigits } from './gs1/check-digit.ts';
import { GS1_SCHEMES, interpret, readCode, refusePesticideOf, SCHEMES, schemeOf } from './index.ts';
import { rank } from './rank.ts';
import { vectors } from './vectors.fixture.ts';

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 34 }),
  fc.string({
    unit: fc.constantFrom('京', '农', '肥', '(', ')', '准字', '2020', '号', 'TS', '-', 'A', '\ud800', '〔'),
  }),
);

describe.each(SCHEMES.map((scheme) => [scheme.id, scheme] as const))('%s', (id, scheme) => {
  test('no bytes make it throw, and what it takes it writes the same', () => {
    const near = fc.tuple(fc.constantFrom(...vectors(`${id}-valid`).map(([, code = '']) => code)), anything);
    const texts = fc.oneof(
      anything,
      near.map(([code, more]) => code.slice(code.indexOf(':') + 1, -1) + more.slice(0, 2)),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const read = scheme.parse(text);
        if (!read.ok) return;
        const written = scheme.format(read.value) ?? '';
        expect(scheme.parse(written)).toEqual(read);
        expect(scheme.format(read.value)).toBe(written);
        // Readings take this way to the same spelling.
        expect(scheme.rules.fold?.(text) ?? text).toBe(written);
      }),
      { numRuns: 300 },
    );
  });

  test('takes no superlinear time', () => {
    for (const piece of ['0', 'A', '(', '农', '1.', 'a\n', '/']) {
      expect(
        growth((size) => scheme.parse(piece.repeat(size)), 20_000),
        piece,
      ).toBeLessThan(LINEAR_MAX);
    }
  });

  test('is told as data: names, source, confidence, fields', () => {
    expect(scheme.name.zh).toMatch(/\p{Script=Han}|Ecode/u);
    expect(scheme.name.en).not.toMatch(/\p{Script=Han}/u);
    expect(scheme.standard).not.toBe('');
    expect(scheme.source).not.toBe('');
    if (scheme.effectiveFrom !== undefined) expect(scheme.effectiveFrom).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    for (const field of scheme.rules.fields) {
      const [min, max] = lengthOf(field);
      expect(min).toBeGreaterThan(0);
      expect(max).toBeGreaterThanOrEqual(min);
      if (field.literal === undefined) expect(field.name?.zh).toMatch(/\p{Script=Han}|ISO/u);
    }
  });
});

test('a number is weighed against every scheme that takes it', () => {
  const read = SCHEMES.filter(({ rules }) => rules.isOpaque !== true);
  const taken = read
    .flatMap(({ id }) => vectors(`${id}-valid`).map(([, code = '']) => code.slice(id.length + 1)))
    .filter(isDigits);
  const like = fc.tuple(
    fc.constantFrom(...taken),
    fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 36 }),
  );
  const numbers = fc.tuple(like, fc.nat(8)).map(([[code, more], kept]) => more.slice(0, kept) + code.slice(kept));
  fc.assert(
    fc.property(numbers.filter(isDigits), (number) => {
      if (personalNumberOf(number) === 'checked') return;
      const whole = rank(number).filter(({ found, refusal }) => found.is === 'scheme' && refusal === undefined);
      const ids = whole.map(({ found }) => (found.is === 'scheme' ? found.scheme.id : ''));
      expect(ids.sort()).toEqual(
        read
          .filter((scheme) => scheme.isValid(number))
          .map(({ id }) => id)
          .sort(),
      );
    }),
    { numRuns: 5_000 },
  );
});

const UNVERIFIED = SCHEMES.filter(({ confidence }) => confidence === 'unverified');

describe.each(UNVERIFIED.map(({ id }) => id))('%s, whose form is unverified', (id) => {
  test('refuses no text that does not name it', () => {
    const broken = vectors(`${id}-invalid`).map(([text = '']) => text);
    const slips = vectors(`${id}-valid`)
      .slice(-SLIPPED)
      .flatMap(([, code = '']) => slipsOf(bare(id, code)));
    for (const text of [...broken.map((code) => bare(id, code)), ...slips]) {
      const reading = readCode(text);
      if (reading.scheme === id) expect(reading.wellFormed, text).toBe(true);
      const best = interpret(text).reading;
      if (best.scheme === id) expect(best.wellFormed, text).toBe(true);
    }
  });
});

const SLIPPED = 6; // codes of each, the published ones among them

const bare = (id: string, code: string): string => (code.startsWith(`${id}:`) ? code.slice(id.length + 1) : code);

/** The text with each character left out, and with each made another of its kind. */
function slipsOf(code: string): string[] {
  return [...code].flatMap((character, at) => {
    const [before, after] = [code.slice(0, at), code.slice(at + character.length)];
    const other = /\d/.test(character) ? String(9 - Number(character)) : 'Ω';
    return [before + after, before + other + after];
  });
}

test('no two schemes share an id', () => {
  const ids = [...SCHEMES.map(({ id }) => id), ...GS1_SCHEMES.map(({ id }) => id)];
  expect(new Set(ids).size).toBe(ids.length);
});

/** Every text with one character changed to another of the same kind. */
function wrongOnes(code: string, alphabet: string, from = 0): string[] {
  const wrong: string[] = [];
  for (let at = from; at < code.length; at += 1) {
    for (const other of alphabet) {
      if (other !== code.charAt(at)) wrong.push(code.slice(0, at) + other + code.slice(at + 1));
    }
  }
  return wrong;
}

function transposed(code: string, from = 0): string[] {
  const wrong: string[] = [];
  for (let at = from; at + 1 < code.length; at += 1) {
    if (code.charAt(at) === code.charAt(at + 1)) continue;
    wrong.push(code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2));
  }
  return wrong;
}

describe('what check algorithms promise', () => {
  test('MOD 11,10 of food production licences catches every wrong digit, and nearly every adjacent transposition', () => {
    const licence = schemeOf('cn-licence-sc');
    const rows = vectors('cn-licence-sc-valid').map(([, code = '']) => code);
    for (const code of rows) {
      for (const wrong of wrongOnes(code, '0123456789', 2)) expect(licence?.isValid(wrong), wrong).toBe(false);
    }
    // ISO/IEC 7064: a hybrid system misses a few transpositions (measured with all pairs: about one in fifty).
    const swaps = rows.flatMap((code) => transposed(code, 2));
    expect(swaps.filter((code) => licence?.isValid(code)).length / swaps.length).toBeLessThan(0.04);
  });

  test('GB 32100 catches every wrong character and every adjacent transposition', () => {
    const uscc = schemeOf('cn-uscc');
    for (const [, code = ''] of vectors('cn-uscc-valid')) {
      for (const wrong of [...wrongOnes(code, '0123456789ABCDEFGHJKLMNPQRTUWXY'), ...transposed(code)]) {
        expect(uscc?.isValid(wrong), wrong).toBe(false);
      }
    }
  });
});

describe('a pesticide code and the registration number on its label', () => {
  const code = `1${'070611'}1${'0'.repeat(24)}`;
  test('agree', () => {
    expect(refusePesticideOf(code, 'PD20070611')).toBeUndefined();
    expect(refusePesticideOf(code, 'pd20070611')).toBeUndefined();
  });
  test('contradict each other in kind or number', () => {
    expect(refusePesticideOf(code, 'WP20070611')).toBe('registry');
    expect(refusePesticideOf(code, 'PD20070612')).toBe('registry');
    expect(refusePesticideOf(code, 'nonsense')).toBe('registry');
    expect(refusePesticideOf('123', 'PD20070611')).toBe('length');
  });
});
