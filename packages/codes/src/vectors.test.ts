/** `vectors/codes`: each scheme's well-formed and broken codes, as any implementation should read them. */
import { describe, expect, test } from 'vitest';
import {
  alternates,
  canonical,
  classOf,
  detect,
  digitalLinkPath,
  equivalents,
  GS1_SCHEMES,
  gs1SchemeOf,
  interpret,
  keysToAsk,
  readCode,
  SCHEMES,
  sameUnit,
  schemeOf,
} from './index.ts';
import { schemesWithVectors, vectors } from './vectors.fixture.ts';

const ROWS_MIN = 20;

test('of two things that a text may be none is chosen: it stands for itself, and a search asks for both', () => {
  for (const [text = '', ...forms] of vectors('ambiguous')) {
    expect(forms.length, text).toBeGreaterThanOrEqual(2);
    expect(detect(text).ambiguous, text).toBe(true);
    for (const one of [canonical(text), classOf(text)]) expect(one).toBe(text);
    expect([...alternates(text), ...equivalents(text), digitalLinkPath(text)], text).toEqual([null]);
    const offered = detect(text).readings.flatMap((each) => (each.wellFormed ? each.canonical : []));
    expect(offered.slice(0, forms.length), text).toEqual(forms);
    expect([...offered, text], text).toContain(readCode(text).canonical);
    for (const form of forms) {
      expect(canonical(form), form).toBe(form);
      expect(sameUnit(form, text), text).toBe(false);
      expect(keysToAsk(text), text).toContain(form);
      expect(keysToAsk(form), form).toEqual([form]);
    }
    expect(keysToAsk(text), text).toContain(text);
  }
});

test('every scheme has its vectors, twenty of each at least', () => {
  const ids = [...SCHEMES.map(({ id }) => id), ...GS1_SCHEMES.map(({ id }) => `gs1-${id}`)].sort();
  expect([...schemesWithVectors()].sort()).toEqual(ids);
  for (const id of ids) {
    expect(vectors(`${id}-valid`).length, id).toBeGreaterThanOrEqual(ROWS_MIN);
    expect(vectors(`${id}-invalid`).length, id).toBeGreaterThanOrEqual(ROWS_MIN);
  }
});

describe.each(schemesWithVectors())('%s', (id) => {
  const gs1 = id.startsWith('gs1-') ? gs1SchemeOf(id.slice('gs1-'.length)) : undefined;
  const scheme = gs1 ?? schemeOf(id);

  test('well-formed codes are read, have the canonical spelling, and their parts write it', () => {
    for (const [given = '', expected = ''] of vectors(`${id}-valid`)) {
      const reading = readCode(given);
      expect(reading, given).toMatchObject({ wellFormed: true, names: expect.any(String) });
      expect(gs1 === undefined ? reading.scheme : `gs1-${reading.kind}`, given).toBe(id);
      expect(canonical(given)).toBe(expected);
      expect(canonical(expected)).toBe(expected);
      const written = scheme?.format(reading.parts) ?? '';
      // What is not sure is read as this, and stands for itself.
      expect(canonical(gs1 === undefined ? `${id}:${written}` : written), given).toBe(reading.canonical);
      if (expected !== reading.canonical)
        expect([interpret(given).reading.scheme, given]).toEqual(['unknown', expected]);
      expect(scheme?.isValid(written), given).toBe(true);
      expect(scheme?.parse(written), given).toEqual({ ok: true, value: reading.parts });
    }
  });

  test('broken codes are refused for that reason, and keep their bytes', () => {
    for (const [given = '', reason = ''] of vectors(`${id}-invalid`)) {
      const own = given.startsWith(`${id}:`) ? given.slice(id.length + 1) : given;
      expect(scheme?.parse(own), given).toEqual({ ok: false, reason });
      const reading = readCode(given);
      // A number that breaks one scheme may be whole in another, or in none.
      if (given !== own || gs1 !== undefined)
        expect(reading, given).toMatchObject({ wellFormed: false, refusal: { reason } });
      if (!reading.wellFormed) expect(canonical(given), given).toBe(given);
      else expect(canonical(given), given).not.toMatch(new RegExp(`^${id}:`));
    }
  });
});
