/** `vectors/codes`: each scheme's well-formed and broken codes, as any implementation should read them. */
import { describe, expect, test } from 'vitest';
import { canonical, GS1_SCHEMES, gs1SchemeOf, readCode, SCHEMES, schemeOf } from './index.ts';
import { schemesWithVectors, vectors } from './vectors.fixture.ts';

const ROWS_MIN = 20;

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
      expect(reading, given).toMatchObject({ wellFormed: true, canonical: expected, names: expect.any(String) });
      expect(gs1 === undefined ? reading.scheme : `gs1-${reading.kind}`, given).toBe(id);
      expect(canonical(given)).toBe(expected);
      expect(canonical(expected)).toBe(expected);
      const written = scheme?.format(reading.parts) ?? '';
      expect(canonical(gs1 === undefined ? `${id}:${written}` : written), given).toBe(expected);
      expect(scheme?.isValid(written), given).toBe(true);
      expect(scheme?.parse(written), given).toEqual({ ok: true, value: reading.parts });
    }
  });

  test('broken codes are refused for that reason, and keep their bytes', () => {
    for (const [given = '', reason = ''] of vectors(`${id}-invalid`)) {
      const own = given.startsWith(`${id}:`) ? given.slice(id.length + 1) : given;
      expect(scheme?.parse(own), given).toEqual({ ok: false, reason });
      expect(canonical(given), given).toBe(given);
      const reading = readCode(given);
      // A number that breaks one scheme may be whole in another, or in none.
      if (given !== own || gs1 !== undefined)
        expect(reading, given).toMatchObject({ wellFormed: false, refusal: { reason } });
    }
  });
});
