import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { personalNumber } from '../../../tools/personal-number.fixture.ts';
import {
  canonical,
  classOf,
  concealed,
  detect,
  equivalents,
  holdsPersonalNumber,
  interpret,
  mayHoldPersonalNumber,
  readCode,
  sameUnit,
  withoutPersonalNumbers,
} from './index.ts';
import { vectors } from './vectors.fixture.ts';

const REFUSED = { scheme: 'cn-personal-number', wellFormed: false, refusal: { reason: 'personal-number' }, parts: {} };

describe('the vectors', () => {
  test.each(vectors('personal-number'))('%s: %j', (kind, given = '') => {
    const reading = readCode(given);
    const [first] = detect(given).readings;
    if (kind === 'person') {
      expect(reading).toMatchObject({ ...REFUSED, canonical: given, classOf: given });
      expect(first).toMatchObject(REFUSED);
      expect(withoutPersonalNumbers(`GET /q/${given} 400`)).toBe(`GET /q/${'*'.repeat(given.length)} 400`);
    } else {
      expect(reading.scheme).not.toBe('cn-personal-number');
      expect(withoutPersonalNumbers(`/q/${given}`)).toBe(`/q/${given}`);
    }
  });
});

describe('the number of a person', () => {
  test('never becomes a key: it is refused, bare, spaced, labelled, or behind the name of a scheme without form', () => {
    fc.assert(
      fc.property(personalNumber, (number) => {
        expect(canonical(number)).toBe(number);
        expect(classOf(number)).toBe(number);
        expect(equivalents(number)).toEqual([]);
        expect(readCode(number)).toMatchObject(REFUSED);
        expect(readCode(`cn-elevator:${number}`)).toMatchObject({ ...REFUSED, canonical: `cn-elevator:${number}` });
        const spaced = `${number.slice(0, 6)} ${number.slice(6, 14)} ${number.slice(14)}`;
        for (const text of [
          number,
          number.toLowerCase(),
          spaced,
          `身份证号：${number}`,
          `https://example.com/q?id=${number}`,
        ]) {
          const [first] = detect(text).readings;
          expect(first, text).toMatchObject(REFUSED);
        }
        // None of the readings of the bare number is a code that somebody could choose.
        expect(detect(number).readings.filter(({ wellFormed }) => wellFormed)).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  test('that happens to have a GS1 check digit is a logistic unit only where it is spelled out', () => {
    const both = vectors('personal-number').filter(([, , mark]) => mark === 'sscc');
    expect(both.length).toBeGreaterThan(2);
    for (const [, number = ''] of both) {
      const link = `https://id.gs1.org/00/${number}`;
      expect(canonical(`(00)${number}`)).toBe(link);
      expect(canonical(link)).toBe(link);
      expect(readCode(link)).toMatchObject({ scheme: 'gs1', kind: 'sscc', wellFormed: true });
      expect(detect(`(00)${number}`).readings[0]).toMatchObject({ kind: 'sscc', wellFormed: true });
      expect(sameUnit(number, link)).toBe(false);
      expect(
        detect(number)
          .readings[0]?.reasons.map(({ zh }) => zh)
          .join(),
      ).toContain('(00)');
    }
  });

  test('is made unreadable in an address, however it is written there', () => {
    fc.assert(
      fc.property(personalNumber, (number) => {
        const spaced = [number.slice(0, 6), number.slice(6, 14), number.slice(14)];
        for (const text of [number, spaced.join('%20'), spaced.join('-')]) {
          for (const before of ['', '/q/', '%E5%8F%B7', '%EF%BC%9A', 'code=', '%20'])
            expect(withoutPersonalNumbers(`${before}${text}?x`)).toBe(`${before}${'*'.repeat(18)}?x`);
        }
        const [unlike, link] = [`a${number}`, `/q/${number}0`];
        expect(withoutPersonalNumbers(unlike)).toBe(unlike);
        expect(withoutPersonalNumbers(link)).toBe(link);
      }),
    );
  });

  test('is found in large texts wherever it stands, by a look at some of the characters', () => {
    const filler = fc.stringMatching(/^(?:[a-z[\]",:]|0[0-9]{0,14}[a-z:]){0,60}$/);
    fc.assert(
      fc.property(personalNumber, filler, filler, (number, before, after) => {
        expect(mayHoldPersonalNumber(`${before}"${number}"${after}`)).toBe(true);
        expect(mayHoldPersonalNumber(`${before}"0${number}"${after}`)).toBe(false);
        expect(mayHoldPersonalNumber(`${before}${after}`)).toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });

  test('is known in an address, among words and in wide digits, and shown in none of them', () => {
    const wide = '４４０５２４１８８００１０１００１４';
    for (const text of [
      'urn:x:p:440524188001010014',
      'https://example.com/?id=440524188001010014',
      '号 440524188001010014',
      wide,
    ]) {
      expect(holdsPersonalNumber(text), text).toBe(true);
      expect(concealed(text, interpret(text).reading)).not.toMatch(/[\d０-９]{4}/);
    }
    const sscc = 'https://id.gs1.org/00/310104196508150431';
    expect(holdsPersonalNumber(sscc)).toBe(false);
    expect(concealed(sscc, readCode(sscc))).toBe(sscc);
  });

  test('any wrong character makes it no number of a person', () => {
    fc.assert(
      fc.property(personalNumber, fc.nat(16), fc.integer({ min: 1, max: 9 }), (number, at, shift) => {
        const wrong = number.slice(0, at) + ((Number(number[at]) + shift) % 10) + number.slice(at + 1);
        expect(readCode(wrong).scheme).not.toBe('cn-personal-number');
      }),
    );
  });
});

test('is refused behind its own name too, whatever stands there, and shown without its digits', () => {
  for (const text of ['cn-personal-number:440524188001010014', 'CN-Personal-Number=440524880101001']) {
    const { reading } = interpret(text);
    expect(reading).toMatchObject({ scheme: 'cn-personal-number', refusal: { reason: 'personal-number' } });
    expect(concealed(text, reading)).not.toMatch(/\d/);
    expect(holdsPersonalNumber(text)).toBe(true);
    expect(canonical(text)).toBe(text);
    expect(equivalents(text)).toEqual([]);
  }
});
