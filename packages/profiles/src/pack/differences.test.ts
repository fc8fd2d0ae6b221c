import { expect, test } from 'vitest';
import { differencesOf } from './differences.ts';
import { HONEY } from './pack.fixture.ts';
import type { Pack } from './pack.ts';
import { turnsBetween } from './turns.ts';

const toldOf = (after: Pack): (readonly string[])[] =>
  differencesOf(HONEY, after).map(({ kind, id, change, says }) => [kind, id, change, says.zh, says.en]);

test('a pack says nothing else than itself, in whatever order its members are written', () => {
  const [lot, ...others] = Object.entries(HONEY.elements).toReversed();
  expect(lot).toBeDefined();
  const again = { ...HONEY, version: '2026.2', elements: Object.fromEntries([...others, ...(lot ? [lot] : [])]) };
  expect(differencesOf(HONEY, again)).toEqual([]);
});

test('what is added, removed and changed is told in both languages, with the members that differ', () => {
  const { permit: _, ...elements } = HONEY.elements;
  const after: Pack = {
    ...HONEY,
    elements: {
      ...elements,
      origin: { name: { zh: '产地', en: 'Origin' }, type: 'text', level: 'public', at: ['ilmd/origin'] },
    },
    requirements: HONEY.requirements.map((each) =>
      each.element === 'grade' ? { ...each, need: 'required', clause: '§4' } : each,
    ),
    ledgers: [
      {
        ...{ id: 'intake', name: { zh: '进货台账', en: 'Ledger of receipts' }, stages: ['receipt'] },
        ...{ columns: ['lotNumber'], source: 'law', confidence: 'A' },
      },
    ],
  };
  expect(toldOf(after)).toEqual([
    ['elements', 'origin', 'added', '新增数据元“产地”', 'element “Origin” added'],
    ['elements', 'permit', 'removed', '删除数据元“许可证号”', 'element “Permit” removed'],
    [
      ...['requirements', 'receipt/grade', 'changed', '修改数据要求“进货：等级”：条款、是否必需'],
      'requirement “Receipt: Grade” changed: clause, whether it is needed',
    ],
    ['ledgers', 'intake', 'added', '新增台账“进货台账”', 'ledger “Ledger of receipts” added'],
  ]);
});

test('versions of one rule are compared each with its own', () => {
  const [first] = HONEY.rules;
  if (first === undefined) throw new Error('no rule');
  expect(toldOf({ ...HONEY, rules: [first] })).toEqual([
    ['rules', 'expired', 'removed', '删除规则“不卖过期蜂蜜”', 'rule “No expired honey is sold” removed'],
  ]);
});

test('between two days it is told what begins and ends, the first day excluded and the last included', () => {
  const days = (after: string, until: string) =>
    turnsBetween(HONEY, after, until).map(({ id, day, change, says }) => [id, day, change, says.zh]);
  const turn = [
    ['expired', '2026-12-01', 'ends', '2026-12-01 起不再施行规则“不卖过期蜂蜜”'],
    ['expired', '2026-12-01', 'begins', '2026-12-01 起施行规则“不卖过期蜂蜜”'],
  ];
  expect(days('2026-11-30', '2026-12-01')).toEqual(turn);
  expect(days('2026-12-01', '2027-12-01')).toEqual([]);
  expect(days('2026-01-01', '2026-11-30')).toEqual([]);
});
