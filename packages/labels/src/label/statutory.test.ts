/** Labels whose symbols a rule lays down: what is in them, to the character, and what is refused. */
import { readCode } from '@suyuan/codes';
import { describe, expect, test } from 'vitest';
import { pagesOf } from '../paper/pdf-text.fixture.ts';
import { checkLabel } from './check-label.ts';
import { fill } from './fill.ts';
import { valuesOf } from './label.fixture.ts';
import { labelPdf } from './label-pdf.ts';
import type { LabelValues, Layout } from './layout.ts';
import { LAYOUTS } from './layouts/index.ts';
import { madeSymbol } from './symbol/made-symbol.ts';
import { rectanglesOf } from './symbol/modules.ts';

function layoutOf(id: string): Layout {
  const layout = LAYOUTS.find((each) => each.id === id);
  if (layout === undefined) throw new Error(`no layout ${id}`);
  return layout;
}

/** What the symbols of the label are made of; each reads back as this, or the label is refused. */
function symbolsOf(layout: Layout): readonly (readonly [string, string])[] {
  return layout.items.flatMap((item) =>
    item.kind === 'symbol' ? [[item.symbology, fill(item.text, valuesOf(layout))] as const] : [],
  );
}

async function faultsOf(id: string, more: LabelValues): Promise<readonly (readonly [string, readonly string[]])[]> {
  const layout = layoutOf(id);
  const faults = await checkLabel(layout, { ...valuesOf(layout), ...more });
  return faults.map(({ reason, fields }) => [reason, fields]);
}

const OF_EACH = LAYOUTS.filter(({ fields }) => fields.some(({ isOfEach }) => isOfEach));

test('the symbol has what its rule has it hold, in its order, and nothing beside', () => {
  expect(OF_EACH.map((layout) => [layout.id, symbolsOf(layout)])).toEqual([
    ['pesticide-80x60', [['qr', 'https://id.example.cn/q/10706111001123456789012345678901']]],
    ['veterinary-drug-80x60', [['qr', '202601150123412345678901']]],
    [
      'seed-100x70',
      [['qr', '郑单958\n青山种业股份有限公司\nQS20260000000000001A\nhttps://id.example.cn/01/06951181105326/10/A-7']],
    ],
    ['drug-80x40', [['code-128', '81234567890123456789']]],
  ]);
});

test('what the symbol says is read as a code of its scheme', () => {
  const schemes = OF_EACH.map((layout) => readCode(symbolsOf(layout)[0]?.[1].replace(/^https.*\//, '') ?? '').scheme);
  expect(schemes).toEqual(['cn-pesticide', 'cn-veterinary-drug', 'cn-seed', 'cn-drug']);
});

test.each(OF_EACH.map((layout) => [layout.id, layout] as const))(
  '%s says all that was filled in',
  async (_, layout) => {
    const values = valuesOf(layout);
    const bytes = await Array.fromAsync(labelPdf({ layout, page: { kind: 'roll' }, labels: [values] }));
    const words = pagesOf(Buffer.concat(bytes)).join('').replace(/\s/g, '');
    for (const { id, given, isAddress } of layout.fields) {
      if (given !== undefined || isAddress === true) continue;
      expect(words).toContain((values[id] ?? 'nothing').replace(/\s/g, ''));
    }
  },
);

test('the picture of the code on a seed label has two square centimetres at the least, however little it says', async () => {
  const layout = layoutOf('seed-100x70');
  const [item] = layout.items.filter(({ kind }) => kind === 'symbol');
  if (item?.kind !== 'symbol') throw new Error('no symbol');
  for (const more of [{}, { maker: '青山种业股份有限公司'.repeat(10) }]) {
    const made = await madeSymbol('qr', fill(item.text, { ...valuesOf(layout), ...more }));
    const dark = 'modules' in made ? (rectanglesOf(made.modules, item, 8) ?? []) : [];
    const left = Math.min(...dark.map(({ xMm }) => xMm));
    const right = Math.max(...dark.map(({ xMm, widthMm }) => xMm + widthMm));
    expect((right - left) ** 2).toBeGreaterThan(200);
  }
});

describe('refused is', () => {
  test.each([
    ['pesticide-80x60', '1070611100112345678901234567890'],
    ['pesticide-80x60', '90706111001123456789012345678901'],
    ['veterinary-drug-80x60', '202613150123412345678901'],
    ['drug-80x40', '8123456789012345678'],
    ['drug-80x40', 'A1234567-90123456789'],
  ])('on %s the code %s', async (id, code) => {
    expect(await faultsOf(id, { code })).toEqual([['code', ['code']]]);
  });

  test('the code of another registration', async () => {
    const both = [['contradiction', ['code', 'registrationNumber']]];
    expect(await faultsOf('pesticide-80x60', { registrationNumber: 'PD20070612' })).toEqual(both);
    expect(await faultsOf('pesticide-80x60', { registrationNumber: 'WP20070611' })).toEqual(both);
    // What six digits the register has for an old number, it alone knows.
    expect(await faultsOf('pesticide-80x60', { registrationNumber: 'PD85121' })).toEqual([]);
  });

  test('a unit code of seed with a sign, or longer than twenty; and a line too many', async () => {
    for (const more of [{ code: 'QS-1' }, { code: '1'.repeat(21) }, { name: '郑单\n958' }]) {
      expect(await faultsOf('seed-100x70', more)).toEqual([['code', ['name', 'maker', 'code', 'link']]]);
    }
  });

  test('an address that is none', async () => {
    for (const address of ['青山', 'example.cn/q/', 'javascript:alert(1)', 'https://a b.cn/']) {
      expect(await faultsOf('pesticide-80x60', { address })).toEqual([['address', ['address']]]);
    }
  });
});

test('a caption of what may be left out is not printed alone', async () => {
  const layout = layoutOf('drug-80x40');
  const { name: _, specification: __, lot: ___, expiry: ____, enquiry: _____, ...values } = valuesOf(layout);
  const bytes = await Array.fromAsync(labelPdf({ layout, page: { kind: 'roll' }, labels: [values] }));
  expect(pagesOf(Buffer.concat(bytes)).join('')).not.toContain('批号');
});

test('a drug code of letters and digits has room too', async () => {
  expect(await faultsOf('drug-80x40', { code: 'AB1234567C0123456D89' })).toEqual([]);
});
