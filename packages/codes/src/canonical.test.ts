import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { growth, LINEAR_MAX } from '../../../tools/growth.fixture.ts';
import { gtin, nearCode, text82, twoSpellings } from './codes.fixture.ts';
import { canonical, sameUnit } from './index.ts';
import { vectors } from './vectors.fixture.ts';

describe('the vectors', () => {
  test.each(vectors('gs1-valid'))('%j has the canonical spelling %j', (given, expected) => {
    expect(canonical(given ?? '')).toBe(expected);
  });

  test.each([...vectors('gs1-invalid'), ...vectors('unknown')])('%j passes as it is', (given) => {
    expect(canonical(given ?? '')).toBe(given);
  });

  test.each(vectors('same-unit'))('%s: %j and %j', (verdict, a, b) => {
    expect(sameUnit(a ?? '', b ?? '')).toBe(verdict === 'same');
  });
});

describe('for any code', () => {
  test('an EPC URN comes out as the Digital Link of the same key', () => {
    fc.assert(
      fc.property(twoSpellings, ({ link, urn }) => {
        expect(canonical(urn)).toBe(link);
      }),
      { numRuns: 2000 },
    );
  });

  test('a canonical link comes out as it went in', () => {
    fc.assert(
      fc.property(twoSpellings, ({ link }) => {
        expect(canonical(link)).toBe(link);
      }),
      { numRuns: 2000 },
    );
  });

  test('host, path before the key, and attributes make no difference', () => {
    const address = fc.tuple(
      fc.webAuthority(),
      fc.constantFrom('', '/t', '/a/b/c', '/q.html'),
      fc.constantFrom('', '/', '?17=271231', '#x'),
    );
    fc.assert(
      fc.property(twoSpellings, address, ({ link }, [host, path, end]) => {
        expect(canonical(`http://${host}${path}${link.slice('https://id.gs1.org'.length)}${end}`)).toBe(link);
      }),
    );
  });

  test('lot and serial keep a unit apart from the serial alone and from the lot', () => {
    fc.assert(
      fc.property(gtin, text82(20), text82(20), (key, lot, serial) => {
        const both = `https://example.com/01/${key}/10/${encodeURIComponent(lot)}/21/${encodeURIComponent(serial)}`;
        expect(sameUnit(both, `https://id.gs1.org/01/${key}/21/${encodeURIComponent(serial)}`)).toBe(false);
        expect(sameUnit(both, `https://id.gs1.org/01/${key}/10/${encodeURIComponent(lot)}`)).toBe(false);
        expect(canonical(both)).toBe(canonical(`(01)${key}(10)${lot}(21)${serial}`));
      }),
    );
  });

  test('canonical of canonical is canonical, and nothing makes it throw', () => {
    fc.assert(
      fc.property(nearCode, (text) => {
        const once = canonical(text);
        expect(canonical(once)).toBe(once);
      }),
      { numRuns: 10_000 },
    );
  });

  test('two different serials never become one', () => {
    fc.assert(
      fc.property(gtin, text82(20), text82(20), (key, a, b) => {
        fc.pre(a !== b);
        const link = (serial: string) => `https://id.gs1.org/01/${key}/21/${encodeURIComponent(serial)}`;
        expect(canonical(link(a))).not.toBe(canonical(link(b)));
      }),
    );
  });
});

test('a long hostile text is read in linear time', () => {
  for (const piece of ['/21/a', '/01/1', '(01)', '.', '%', '01', '?21=', '\u001d']) {
    const read = (size: number): void => {
      canonical(`https://example.com${piece.repeat(size)}`);
      canonical(`urn:epc:id:giai:6901234${piece.repeat(size)}`);
      canonical(`(01)06951181105326${piece.repeat(size)}`);
    };
    expect(growth(read, 20_000), piece).toBeLessThan(LINEAR_MAX);
  }
});
