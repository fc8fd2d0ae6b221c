import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { growth, LINEAR_MAX } from '../../../tools/growth.fixture.ts';
import { personalNumber } from '../../../tools/personal-number.fixture.ts';
import { digitText, text82, withCheckDigit } from './codes.fixture.ts';
import { personalDataIn, SCHEMES } from './index.ts';
import { vectors } from './vectors.fixture.ts';

const mobile = fc
  .tuple(fc.constantFrom('3', '4', '5', '6', '7', '8', '9'), digitText(9))
  .map(([second, rest]) => `1${second}${rest}`);
const line = fc
  .tuple(fc.constantFrom('010', '021', '0755', '0451'), fc.constantFrom('2', '6', '8'), digitText(7))
  .map(([area, first, rest]): [string, string] => [area, first + rest]);
const grouped = (phone: string, gap: string): string =>
  [phone.slice(0, 3), phone.slice(3, 7), phone.slice(7)].join(gap);
const wide = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** A telephone number as people write it, with the one value of it. */
const written = fc.oneof(
  mobile.chain((phone) =>
    fc
      .constantFrom(
        ...[
          phone,
          `+86${phone}`,
          `+86 ${phone}`,
          `0086${phone}`,
          `86-${phone}`,
          grouped(phone, ' '),
          grouped(phone, '-'),
        ],
        ...[`+86 ${grouped(phone, ' ')}`, wide(phone), `tel:${phone}`, `tel:+86-${grouped(phone, '-')}`],
      )
      .map((text) => ({ text, value: phone })),
  ),
  line.chain(([area, local]) =>
    fc
      .constantFrom(
        ...[`${area}-${local}`, `(${area})${local}`, `（${area}）${local}`, `+86-${area.slice(1)}-${local}`],
        ...[`tel:${area}${local}`, `tel:+86-${area.slice(1)}-${local}`, wide(`${area}-${local}`)],
      )
      .map((text) => ({ text, value: area + local })),
  ),
);
const around = fc.constantFrom(
  ...[
    ['联系人张三，电话：', '，请勿外传'],
    ['', ''],
    ['"phone":"', '","n":1'],
    ['手机', '。'],
    ['收货人李四 ', ' 上海市'],
  ],
  ...[
    ['致电 ', '。谢谢'],
    ['{"ex:phone":', '}'],
    ['（', '）'],
    ['tel=', '&a=1'],
    ['第1行\\n', '\\n第2行'],
  ],
);

describe('what is found', () => {
  test('every telephone number as people write it, in Chinese text, in its place', () => {
    fc.assert(
      fc.property(written, around, ({ text, value }, [before = '', after = '']) => {
        const whole = before + text + after;
        const found = personalDataIn(whole);
        expect(
          found.map(({ kind, value: told }) => [kind, told]),
          whole,
        ).toEqual([['phone', value]]);
        const told = whole.slice(found[0]?.start, found[0]?.end);
        expect(text.endsWith(told) && told.length >= text.length - 'tel:'.length).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test('several, in their order', () => {
    const found = personalDataIn(
      '13800138000/13912345678、身份证440524188001010014，老号370681900307128，021-61234567',
    );
    expect(found.map(({ value }) => value)).toEqual([
      ...['13800138000', '13912345678', '440524188001010014', '370681900307128', '02161234567'],
    ]);
  });

  test('every number of a person in text, its X large', () => {
    fc.assert(
      fc.property(personalNumber, (number) => {
        const text = `身份证号：${number.toLowerCase()}，男`;
        expect(personalDataIn(text)).toEqual([{ start: 5, end: 23, kind: 'id-number', value: number }]);
      }),
    );
  });
});

describe('what is none', () => {
  const nothing = (text: string): void => expect(personalDataIn(text), text).toEqual([]);

  test.each(SCHEMES.map(({ id }) => id))('no valid code of %s, bare, quoted or in text', (id) => {
    for (const [, code = ''] of vectors(`${id}-valid`)) {
      for (const text of [code, JSON.stringify({ code }), `编码 ${code} 入库`]) nothing(text);
    }
  });

  test('GTINs, SSCCs and codes of twenty digits, in no spelling', () => {
    const keys = fc.oneof(digitText(12), digitText(13), digitText(7), digitText(11)).map(withCheckDigit);
    const sscc = digitText(16).map((rest) => withCheckDigit(`0${rest}`));
    fc.assert(
      fc.property(fc.oneof(keys, sscc, digitText(20), digitText(24)), (code) => {
        for (const text of [code, `"${code}"`, `编码${code}。`, `urn:x:${code}`]) nothing(text);
      }),
      { numRuns: 3_000 },
    );
  });

  test('a serial or lot that has the form of one, where its code is spelled out', () => {
    fc.assert(
      fc.property(mobile, (phone) => {
        for (const text of [
          ...[
            `https://id.gs1.org/01/06951181105326/21/${phone}`,
            `https://id.gs1.org/01/06951181105326/10/${phone}/21/${phone}`,
          ],
          ...[
            `urn:epc:id:sgtin:69511811.00532.${phone}`,
            `(01)06951181105326(21)${phone}`,
            `（01）06951181105326（10）${phone}`,
          ],
          ...[`0106951181105326\u001d21${phone}`, `cn-drug:${phone}`, `urn:uuid:00000000-0000-4000-8000-0${phone}`],
          ...[`LOT-${phone}`, `${phone}-1`, `A${phone}`, `${phone}.5`, `1.2.156.${phone}`],
          ...[`8123 ${grouped(phone, ' ')} 0001`, `12-${grouped(phone, '-')}`],
        ])
          nothing(text);
      }),
    );
  });

  test('any serial of a link', () => {
    fc.assert(
      fc.property(text82(20), (serial) => {
        nothing(`"https://id.gs1.org/01/06951181105326/21/${encodeURIComponent(serial)}"`);
      }),
    );
  });

  test.each([
    ...['2026-11-27T05:00:00.000+08:00', '1764219600000', '1764219600', '20261127050000', '2026-01-12345678'],
    ...[
      '8613812345678'.slice(0, 12),
      withCheckDigit('861381234567'),
      '12138001380001',
      '0.13800138000',
      '1e13800138000',
    ],
    'https://id.gs1.org/01/06951181105326/21/440524188001010014',
    '(01)06951181105326(21)440524188001010014',
  ])('%s', nothing);
});

test('takes no superlinear time, whatever it is made of', () => {
  const pieces = [
    '1',
    '13800138000',
    '138 ',
    '021-',
    '0',
    '86-',
    '(021)',
    'tel:',
    '440524188001010014/',
    '１３',
    '/',
    'a"',
  ];
  for (const piece of pieces) {
    expect(
      growth((size) => personalDataIn(piece.repeat(size)), 2_000),
      piece,
    ).toBeLessThan(LINEAR_MAX);
  }
});
