import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { growth, LINEAR_MAX } from '../../../tools/growth.fixture.ts';
import { nearCode, twoSpellings } from './codes.fixture.ts';
import { canonical, detect, readCode } from './index.ts';

const GTIN = 'https://id.gs1.org/01/06951181105326';
const DRUG = '81234560000000000017';
const PESTICIDE = '12007061110011234567890123456789'.slice(0, 32);

describe('what people type and scanners send', () => {
  const cases: readonly (readonly [text: string, scheme: string, canonical: string])[] = [
    ['６９５１１８１１０５３２６', 'gs1', GTIN],
    [' 6951 1811 05326 ', 'gs1', GTIN],
    ['6-951181-105326', 'gs1', GTIN],
    ['\ufeff6951181105326\u200b', 'gs1', GTIN],
    ['商品条码：6951181105326', 'gs1', GTIN],
    ['GTIN: 6951181105326', 'gs1', GTIN],
    [']E06951181105326', 'gs1', GTIN],
    [']C10106951181105326', 'gs1', GTIN],
    ['0106951181105326<GS>10L1', 'gs1', `${GTIN}/10/L1`],
    ['010695118110532610L1{GS}21S1', 'gs1', `${GTIN}/10/L1/21/S1`],
    ['(01)06951181105326(10)L1(17)261231', 'gs1', `${GTIN}/10/L1`],
    ['https://shop.example.cn/p?from=app&gtin=6951181105326', 'gs1', GTIN],
    ['https://trace.example.cn/#/q?code=6951181105326', 'gs1', GTIN],
    [DRUG, 'cn-drug', `cn-drug:${DRUG}`],
    ['8123 4560 0000 0000 0017', 'cn-drug', `cn-drug:${DRUG}`],
    ['药品追溯码 81234560000000000017', 'cn-drug', `cn-drug:${DRUG}`],
    [`]C0${DRUG}`, 'cn-drug', `cn-drug:${DRUG}`],
    [`https://example.com/drug?c=${DRUG}`, 'cn-drug', `cn-drug:${DRUG}`],
    [`http://www.example.cn/${PESTICIDE}`, 'cn-pesticide', `cn-pesticide:${PESTICIDE}`],
    [`http://www.example.cn\n${PESTICIDE}`, 'cn-pesticide', `cn-pesticide:${PESTICIDE}`],
    ['202611230000112345678901', 'cn-veterinary-drug', 'cn-veterinary-drug:202611230000112345678901'],
    ['9144030071526726xg', 'cn-uscc', 'cn-uscc:9144030071526726XG'],
    ['统一社会信用代码：９１４４０３００７１５２６７２６ＸＧ', 'cn-uscc', 'cn-uscc:9144030071526726XG'],
    ['37068100000000000998', 'cn-market-lot', 'cn-market-lot:37068100000000000998'],
    ['国药准字 Ｈ２０２０３００１', 'cn-licence-drug', 'cn-licence-drug:国药准字H20203001'],
    ['批准文号：国药准字H20203001', 'cn-licence-drug', 'cn-licence-drug:国药准字H20203001'],
    ['（京）PF〔2023〕00012', 'cn-licence-fireworks', 'cn-licence-fireworks:(京)PF(2023)00012'],
    ['梯11京A00001（24）', 'cn-licence-special-equipment-use', 'cn-licence-special-equipment-use:梯11京A00001(24)'],
    [
      '郑单958\r\n某某种业\r\n12345678\r\nwww.example.cn\r\n',
      'cn-seed',
      'cn-seed:郑单958\n某某种业\n12345678\nwww.example.cn',
    ],
    ['Ecode=1006412345', 'ecode', 'ecode:1006412345'],
    ['1.2.156.10197.1.301', 'oid', 'urn:oid:1.2.156.10197.1.301'],
    ['88.118.8/abc', 'handle', 'hdl:88.118.8/abc'],
    ['urn:epc:tag:sgtin-96:3.69511811.00532.7', 'gs1', `${GTIN}/21/7`],
    ['urn:epc:idpat:sgtin:69511811.*.*', 'epc', 'urn:epc:idpat:sgtin:69511811.*.*'],
    ['urn:epc:id:bic:CSQU3054383', 'epc', 'urn:epc:id:bic:CSQU3054383'],
    ['urn:epc:id:imovn:9176187', 'epc', 'urn:epc:id:imovn:9176187'],
  ];

  test.each(cases)('%j is read as %s', (text, scheme, one) => {
    const [first] = detect(text).readings;
    expect(first).toMatchObject({ scheme, canonical: one, wellFormed: true });
    expect(first?.reasons.length).toBeGreaterThan(0);
    for (const reason of first?.reasons ?? []) {
      expect(reason.zh).toMatch(/\p{Script=Han}|[A-Z]/u);
      expect(reason.en).not.toMatch(/\p{Script=Han}{5,}/u);
    }
  });

  test('what was done to the text is said', () => {
    const [first] = detect(
      `药品追溯码：${DRUG.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))}`,
    ).readings;
    expect(first?.code).toBe(DRUG);
    expect(first?.reasons.map(({ en }) => en).slice(0, 2)).toEqual([
      'full-width characters made plain',
      'taken from behind a label',
    ]);
  });
});

describe('ambiguity is shown', () => {
  test('a 13-digit number with the right check may be a product, a place or a party', () => {
    const { readings, ambiguous } = detect('6951181105326');
    expect(readings.map(({ kind }) => kind)).toEqual(['gtin', 'gln', 'pgln']);
    expect(ambiguous).toBe(false);
  });

  test('two readings of nearly equal evidence are ambiguous, and told apart by the name of their scheme', () => {
    // Seventeen digits, an organic code, that happen to end with the check digit of a shipment number.
    const digits = '10026039756004175';
    const { readings, ambiguous } = detect(digits);
    expect(readings.map(({ canonical: one }) => one)).toEqual([
      `cn-organic:${digits}`,
      `https://id.gs1.org/402/${digits}`,
    ]);
    expect(ambiguous).toBe(true);
    expect(canonical(digits)).toBe(digits);
    expect(canonical('10026039756004174')).toBe('cn-organic:10026039756004174');
  });

  test('a code has the name of its scheme, so that two things never share a key', () => {
    const organic = readCode('cn-organic:31103706820150017');
    const equipment = readCode('cn-special-equipment:31103706820150017');
    expect(organic.wellFormed && equipment.wellFormed).toBe(true);
    expect(equipment.canonical).toBe('cn-special-equipment:31103706820150017');
    expect(organic.canonical).toBe('cn-organic:31103706820150017');
  });
});

describe('what is broken says why', () => {
  const cases: readonly (readonly [text: string, scheme: string, reason: string])[] = [
    ['6951181105327', 'gs1', 'check-digit'],
    ['９１４４０３００１９２２０３８２１Ａ', 'cn-uscc', 'check-digit'],
    ['(01)06951181105326(17)991332', 'gs1', 'date'],
    ['(01)06951181105326(422)999', 'gs1', 'registry'],
    ['(01)06951181105326(02)06951181105326(37)5', 'gs1', 'registry'],
    ['SC1013305220001', 'cn-licence-sc', 'length'],
    ['国药准字H2020300', 'cn-licence-drug', 'length'],
    ['urn:epc:id:bic:CSQU3054384', 'epc', 'check-digit'],
  ];
  test.each(cases)('%j is a broken %s: %s', (text, scheme, reason) => {
    expect(detect(text).readings[0]).toMatchObject({ scheme, wellFormed: false, refusal: { reason } });
  });

  test('and nothing is known of what no scheme reads', () => {
    for (const text of ['', ' ', 'hello', 'https://example.com/', '12345', 'a\nb', '\ud800']) {
      expect(detect(text)).toEqual({ text, readings: [], ambiguous: false });
    }
  });
});

describe('for any text', () => {
  const anything = fc.oneof(
    nearCode,
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({
      unit: fc.constantFrom('8', '0', ' ', '：', '\n', '?', '=', '/', 'http://', '（', 'SC', '%', '\ud800'),
    }),
    twoSpellings.map(({ urn }) => urn),
  );

  test('nothing makes it throw, and the canonical spelling of a reading is one', () => {
    fc.assert(
      fc.property(anything, (text) => {
        for (const { canonical: one, wellFormed } of detect(text).readings) {
          if (wellFormed) expect(canonical(one)).toBe(one);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test('the text as it stands is among the readings wherever it is well-formed', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const reading = readCode(text);
        if (reading.scheme === 'unknown' || !reading.wellFormed) return;
        expect(detect(text).readings.map((each) => each.canonical)).toContain(reading.canonical);
      }),
      { numRuns: 2_000 },
    );
  });

  test('a long hostile text is read in linear time', () => {
    for (const piece of ['8', ' ', '：', '\n', '?a=', '/12345678', '(', 'SC', '%', 'a:b', '\u3000', '1.', 'ＡＢ']) {
      const read = (size: number): void => {
        detect(piece.repeat(size));
        canonical(piece.repeat(size));
      };
      expect(growth(read, 50_000), piece).toBeLessThan(LINEAR_MAX);
    }
  });
});
