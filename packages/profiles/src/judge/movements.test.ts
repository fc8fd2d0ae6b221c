import type { EventFacts, UnitMention } from '@suyuan/epcis';
import { expect, test } from 'vitest';
import { HONEY } from '../pack/pack.fixture.ts';
import type { Pack } from '../pack/pack.ts';
import { readPack } from '../pack/read-pack.ts';
import { judge } from './judge.ts';
import { type LoadedPack, loadPack } from './loaded-pack.ts';
import { movementsOf } from './movements.ts';

const law = { source: 'law', confidence: 'A' } as const;
const LOT = 'https://id.gs1.org/01/06901234567892/10/L1';
const PRODUCT = 'https://id.gs1.org/01/06901234567892';

const MAKING: Pack['stages'][number] = {
  ...{ id: 'making', name: { zh: '灌装', en: 'Filling' } },
  event: { types: ['TransformationEvent'], bizSteps: ['commissioning'] },
  ...law,
};

type Balance = NonNullable<Pack['balances']>[number];

function packOf(more: Partial<Balance>): LoadedPack {
  const balance = {
    ...{ id: 'stock', name: { zh: '库存', en: 'Stock' }, by: 'lot', ...law },
    entries: [
      { stage: 'receipt', effect: 'in' },
      { stage: 'sale', effect: 'out' },
    ],
    ...more,
  };
  const read = readPack({ ...HONEY, stages: [...HONEY.stages, MAKING], balances: [balance] }, new Set());
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return loadPack(read.pack, {});
}

function factsOf(bizStep: string, units: readonly UnitMention[], type: EventFacts['type'] = 'ObjectEvent'): EventFacts {
  return {
    ...{ type, eventTimeMs: Date.parse('2026-11-30T12:00:00+08:00'), eventTimeZoneOffset: '+08:00', units },
    ...{ bizStep: `https://ref.gs1.org/cbv/BizStep-${bizStep}`, sources: [], destinations: [], bizTransactions: [] },
  };
}

const of = (code: string, more: Partial<UnitMention> = {}): UnitMention => ({
  ...{ code, role: 'object', isClass: true, ...more },
});

function moved(loaded: LoadedPack, facts: EventFacts, held: Readonly<Record<string, readonly UnitMention[]>> = {}) {
  const judged = judge(loaded, facts);
  if (judged === undefined) throw new Error('of no stage');
  return movementsOf(loaded, facts, { ...judged, contentsOf: (code) => held[code] });
}

test('what is received comes in, what is sold goes out, each lot by itself, in one unit', () => {
  const units = [
    of(LOT, { quantity: 2, uom: 'TNE' }),
    of(LOT, { quantity: 500, uom: 'KGM' }),
    of(`${LOT}2`, { quantity: 3 }),
  ];
  expect(moved(packOf({}), factsOf('receiving', units))).toEqual([
    { balance: 'stock', effect: 'in', account: LOT, product: PRODUCT, uom: 'KGM', amount: 2500 },
    { balance: 'stock', effect: 'in', account: `${LOT}2`, product: PRODUCT, uom: 'C62', amount: 3 },
  ]);
  expect(moved(packOf({}), factsOf('retail_selling', units.slice(2)))).toMatchObject([{ effect: 'out', amount: 3 }]);
});

test('an amount that is not recorded is not taken for none', () => {
  expect(moved(packOf({}), factsOf('receiving', [of(LOT)]))).toMatchObject([{ uom: '', amount: undefined }]);
  const single = of('https://id.gs1.org/01/06901234567892/21/7', { isClass: false });
  expect(moved(packOf({}), factsOf('receiving', [single]))).toMatchObject([
    { account: PRODUCT, uom: 'C62', amount: 1 },
  ]);
});

test('an item whose code says its lot is of that lot; items beside a count of them are of it', () => {
  const item = of(`${LOT}/21/7`, { isClass: false });
  expect(moved(packOf({}), factsOf('receiving', [item]))).toMatchObject([{ account: LOT, amount: 1 }]);
  expect(moved(packOf({}), factsOf('receiving', [item, of(LOT, { quantity: 5 })]))).toMatchObject([{ amount: 5 }]);
});

test('what is made comes in and what it is made of goes out; the whole has one account', () => {
  const units = [of(LOT, { role: 'input', quantity: 9 }), of(`${LOT}2`, { role: 'output', quantity: 8 })];
  const entries: Balance['entries'] = [
    { stage: 'making', effect: 'in' },
    { stage: 'making', effect: 'out' },
  ];
  const facts = factsOf('commissioning', units, 'TransformationEvent');
  expect(moved(packOf({ entries }), facts)).toMatchObject([
    { effect: 'in', account: `${LOT}2`, amount: 8 },
    { effect: 'out', account: LOT, amount: 9 },
  ]);
  const turned: Balance['entries'] = [{ stage: 'making', effect: 'in', of: 'input' }];
  expect(moved(packOf({ by: 'whole', entries: turned }), facts)).toMatchObject([
    { account: '', product: '', amount: 9 },
  ]);
});

test('a container stands for what it holds, through all levels; what is named beside it counts once', () => {
  const pallet = of('https://id.gs1.org/00/069012345000000019', { isClass: false });
  const carton = of('https://id.gs1.org/00/069012345000000026', { isClass: false });
  const held = { [pallet.code]: [carton, of(LOT, { quantity: 6 })], [carton.code]: [of(LOT, { quantity: 24 })] };
  const facts = factsOf('retail_selling', [pallet]);
  expect(moved(packOf({}), facts, held)).toMatchObject([{ account: LOT, amount: 30 }]);
  const both = factsOf('retail_selling', [pallet, of(LOT, { quantity: 30 })]);
  expect(moved(packOf({}), both, { [pallet.code]: [of(LOT, { quantity: 30 })] })).toMatchObject([{ amount: 30 }]);
  // One that holds itself, as no goods do, comes to an end.
  expect(
    moved(packOf({}), facts, { [pallet.code]: [of(carton.code, { isClass: false })], [carton.code]: [pallet] }),
  ).toHaveLength(1);
});

test('a container of which nothing is known counts as itself', () => {
  const pallet = of('https://id.gs1.org/00/069012345000000019', { isClass: false });
  expect(moved(packOf({}), factsOf('receiving', [pallet]))).toMatchObject([{ account: pallet.code, amount: 1 }]);
});

test('an entry counts where its condition is known to hold, and while the account is in force', () => {
  const entries: Balance['entries'] = [{ stage: 'receipt', effect: 'in', when: 'it.weight > 20.0' }];
  const received = (quantity: number) => factsOf('receiving', [of(LOT, { quantity, uom: 'KGM' })]);
  expect(moved(packOf({ entries }), received(21))).toHaveLength(1);
  expect(moved(packOf({ entries }), received(19))).toHaveLength(0);
  expect(moved(packOf({ from: '2026-12-01' }), received(21))).toHaveLength(0);
});

test.each([
  ['/balances/0/entries/0/stage', { entries: [{ stage: 'nowhere', effect: 'in' }] }],
  ['/balances/0/entries/0/of', { entries: [{ stage: 'sale', effect: 'out', of: 'input' }] }],
  ['/balances/0/entries/0/when', { entries: [{ stage: 'sale', effect: 'out', when: 'it.nothing >' }] }],
  ['/balances/0/quota', { quota: 'out', entries: [{ stage: 'receipt', effect: 'in' }] }],
  ['/balances/0/source', { source: 'hearsay' }],
] as const)('a pack is told of a fault at %s', (pointer, more) => {
  const balance = {
    id: 'stock',
    name: { zh: '库存', en: 'Stock' },
    by: 'lot',
    ...law,
    entries: [{ stage: 'sale', effect: 'out' }],
  };
  const read = readPack({ ...HONEY, balances: [{ ...balance, ...more }] }, new Set());
  expect(read.ok ? [] : read.faults.map((fault) => fault.pointer)).toContain(pointer);
});
