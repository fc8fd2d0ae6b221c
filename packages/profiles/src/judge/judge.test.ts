import type { EventFacts } from '@suyuan/epcis';
import { expect, test } from 'vitest';
import { HONEY } from '../pack/pack.fixture.ts';
import { readPack } from '../pack/read-pack.ts';
import { judge, refusalsOf } from './judge.ts';
import { loadPack } from './loaded-pack.ts';

const CBV = 'https://ref.gs1.org/cbv/';
const LOT = 'https://id.gs1.org/01/06901234567892/10/L1';
const read = readPack(HONEY, new Set());
if (!read.ok) throw new Error(JSON.stringify(read.faults));
const loaded = loadPack(read.pack, {});

const event = (step: string, more: Partial<EventFacts> = {}): EventFacts => ({
  type: 'ObjectEvent',
  action: 'OBSERVE',
  eventTimeMs: Date.parse('2026-11-30T23:30:00+08:00'),
  eventTimeZoneOffset: '+08:00',
  bizStep: `${CBV}BizStep-${step}`,
  units: [{ code: LOT, role: 'object', isClass: true }],
  sources: [],
  destinations: [],
  bizTransactions: [],
  ...more,
});
const told = (facts: EventFacts, known = {}): string[] =>
  (judge(loaded, facts, known)?.findings ?? []).map(({ rule, element, effect }) =>
    [rule, element, effect].filter(Boolean).join(' '),
  );

const expiring = (day: string): Partial<EventFacts> => ({ ilmd: [['urn:epcglobal:cbv:mda:itemExpirationDate', day]] });
const weighing = (quantity: number): Partial<EventFacts> => ({
  units: [{ code: LOT, role: 'object', isClass: true, quantity }],
});
const SERIAL = [{ code: 'https://id.gs1.org/01/06901234567892/21/S1', role: 'object', isClass: false }] as const;

test('an event is of the first stage that it fits, and of none is not judged', () => {
  expect(judge(loaded, event('receiving'))).toMatchObject({ stage: 'receipt', values: { lotNumber: 'L1' } });
  expect(judge(loaded, event('storing'))).toBeUndefined();
  expect(judge(loaded, event('receiving', { type: 'TransactionEvent' }))).toBeUndefined();
});

test('what is required is missed, with the law and the way out in both languages', () => {
  expect(judge(loaded, event('receiving', { units: SERIAL }))?.findings).toEqual([
    {
      ...{ pack: 'honey', version: '2026.1', stage: 'receipt', rule: 'element.missing', element: 'lotNumber' },
      ...{ effect: 'flag', confidence: 'A' },
      message: { zh: '缺少批号', en: 'Lot number is missing' },
      wayOut: { zh: '请补充“批号”', en: 'Record it with its Lot number' },
      basis: { zh: '蜂蜜法 第 1 号 §3', en: 'Honey Act 第 1 号 §3' },
    },
    expect.objectContaining({ element: 'permit', effect: 'unknown' }),
  ]);
});

test('a condition that the event does not answer is unknown, and never a pass', () => {
  expect(told(event('receiving'))).toEqual(['element.missing permit unknown']);
  expect(told(event('receiving', weighing(20)))).toEqual([]);
  expect(told(event('receiving', weighing(21)))).toEqual(['element.missing permit flag']);
  expect(told(event('retail_selling'))).toEqual(['expired unknown']);
});

test('a value outside its domain is told, also where it is optional', () => {
  const given = (name: string, value: string): Partial<EventFacts> => ({
    extensions: [[`https://x.example/${name}`, value]],
  });
  expect(told(event('receiving', { ...weighing(26), ...given('permit', 'H0001') }))).toEqual([
    'element.value weight flag',
  ]);
  expect(told(event('receiving', { ...weighing(1), ...given('grade', '3') }))).toEqual(['element.value grade flag']);
  expect(told(event('receiving', { ...weighing(1), ...given('permit', 'X1') }))).toEqual(['element.value permit flag']);
  expect(told(event('retail_selling', expiring('2026-02-30')))).toEqual(['expired unknown']);
});

test('the version of a rule is the one of the day in China on which the event happened', () => {
  // Half an hour before midnight in China, on the last day of the first version.
  expect(told(event('retail_selling', expiring('2026-11-30')))).toEqual([]);
  expect(told(event('retail_selling', expiring('2026-11-29')))).toEqual(['expired refuse']);
  const after = { eventTimeMs: Date.parse('2026-12-01T00:10:00+08:00') };
  expect(told(event('retail_selling', { ...expiring('2026-12-01'), ...after }))).toEqual(['expired flag']);
  expect(told(event('retail_selling', { ...expiring('2026-12-02'), ...after }))).toEqual([]);
});

test('who records it, and of what, is judged where it is known', () => {
  const sale = event('retail_selling', {
    ...expiring('2027-01-01'),
    units: [{ code: 'urn:x:1', role: 'object', isClass: false }],
  });
  expect(told(sale)).toEqual(['stage.code flag']);
  expect(told(sale, { recorderKind: 'household' })).toEqual(['stage.who flag', 'stage.code flag']);
  expect(judge(loaded, sale)?.findings[0]).toMatchObject({ unit: 'urn:x:1' });
});

test('a rule that data cannot say is asked by its id, of a unit, with its detail, or as unknown', () => {
  const [first] = HONEY.rules;
  if (first === undefined) throw new Error('no rule');
  const { when: _, until: __, ...rule } = first;
  const pack = { ...HONEY, rules: [{ ...rule, check: 'odd' }] };
  const odd = loadPack(pack, {
    odd: ({ stageOf, facts }) => [
      { unit: LOT, detail: { zh: stageOf(facts)?.stage ?? '', en: 'said' } },
      { isUnknown: true },
    ],
  });
  expect(judge(odd, event('retail_selling'))?.findings).toMatchObject([
    { unit: LOT, effect: 'refuse', message: { zh: '蜂蜜已过期：sale', en: 'the honey has expired: said' } },
    { effect: 'unknown', message: { en: 'No expired honey is sold cannot be judged: too little is recorded' } },
  ]);
});

test('what another recorded decides, and is told to those who may be told it', () => {
  const [first] = HONEY.rules;
  if (first === undefined) throw new Error('no rule');
  const { when: _, until: __, ...rule } = first;
  const before = event('receiving');
  const check = () => [{ unit: LOT, from: before, detail: { zh: '供货方', en: 'of the supplier' } }];
  const odd = loadPack({ ...HONEY, rules: [{ ...rule, check: 'odd' }] }, { odd: check });
  const said = (mayTell: boolean) =>
    judge(odd, event('retail_selling'), { mayTell: () => mayTell })?.findings.map(({ message }) => message.en);
  expect(said(true)).toEqual(['the honey has expired: of the supplier']);
  expect(said(false)).toEqual(['the honey has expired']);
});

test('what forbids recording is asked alone, and what cannot be told forbids nothing', () => {
  const refused = (facts: EventFacts): string[] => refusalsOf(loaded, facts).map(({ rule }) => rule);
  expect(refused(event('retail_selling', expiring('2026-11-29')))).toEqual(['expired']);
  expect(refused(event('retail_selling'))).toEqual([]);
  // From 2026-12-01 on the rule flags.
  const after = { eventTimeMs: Date.parse('2026-12-01T00:10:00+08:00') };
  expect(refused(event('retail_selling', { ...expiring('2026-11-29'), ...after }))).toEqual([]);
  expect(refused(event('storing'))).toEqual([]);
});

test('a declaration that a record was wrong is asked by the rules of declarations alone', () => {
  const errorDeclaration = { declarationTimeMs: Date.parse('2026-11-30T23:40:00+08:00'), correctiveEventIDs: [] };
  const sale = event('retail_selling', { ...expiring('2026-11-29'), errorDeclaration });
  expect(judge(loaded, sale)).toMatchObject({ stage: 'sale', findings: [] });
  const [first] = HONEY.rules;
  if (first === undefined) throw new Error('no rule');
  const taken = loadPack({ ...HONEY, rules: [{ ...first, of: 'declarations' }] }, {});
  expect(judge(taken, sale)?.findings.map(({ rule }) => rule)).toEqual(['expired']);
  const { errorDeclaration: _, ...record } = sale;
  expect(judge(taken, record)?.findings).toEqual([]);
});

test('where the law gives a time to put it right, it is told until when: by the last day in China, or by the hour', () => {
  const within = (amount: number, unit: 'workday' | 'hour') => {
    const requirements = HONEY.requirements.map((each) => ({ ...each, within: { amount, unit } }));
    const timed = readPack({ ...HONEY, requirements }, new Set());
    if (!timed.ok) throw new Error(JSON.stringify(timed.faults));
    return judge(loadPack(timed.pack, {}), event('receiving', { units: SERIAL }))?.findings[0];
  };
  // A Monday before midnight in China: the days count from the Tuesday.
  expect(within(5, 'workday')).toMatchObject({ dueAt: '2026-12-07T16:00:00.000Z', lastDay: '2026-12-07' });
  expect(within(24, 'hour')).toMatchObject({ dueAt: '2026-12-01T15:30:00.000Z' });
  expect(within(24, 'hour')).not.toHaveProperty('lastDay');
});
