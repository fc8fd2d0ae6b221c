/** A form asks what its stage requires on the day, and nothing that is told by the goods or by the time. */
import { expect, test } from 'vitest';
import { loadPack } from '../judge/loaded-pack.ts';
import { HONEY } from '../pack/pack.fixture.ts';
import type { PackStage } from '../pack/pack.ts';
import { readPack } from '../pack/read-pack.ts';
import { askedValues } from './asked-values.ts';
import type { Sheet } from './sheet.ts';
import { sheetEvent } from './sheet-event.ts';
import { stageForm } from './stage-form.ts';

const read = readPack(HONEY, new Set());
if (!read.ok) throw new Error(JSON.stringify(read.faults));
const honey = loadPack(read.pack, {});

const ID = 'urn:uuid:00000000-0000-4000-8000-00000000e001';
const LOT = 'https://id.gs1.org/01/06901234567892/10/L1';
const receipt: Sheet = {
  ...{ pack: 'honey', stage: 'receipt', at: '2026-11-30T08:00:00+08:00' },
  ...{ units: [{ code: LOT, quantity: '2.5', uom: 'KGM' }], values: {} },
};
const faultsOf = (sheet: Partial<Sheet>): readonly string[] => {
  const built = sheetEvent(honey, { ...receipt, ...sheet }, ID);
  return built.ok ? [] : built.faults.map(({ field, message }) => `${field} ${message.zh}`);
};

test('what a condition must have counts, and of several values all; what it may have does not', () => {
  expect([...askedValues("it.a == 'x' && it.b in ['p', 'q'] && has(it.c)")]).toEqual([
    ['a', ['x']],
    ['b', ['p', 'q']],
  ]);
  expect([...askedValues("it.a == 'x' || it.a == 'y'")]).toEqual([['a', ['x', 'y']]]);
  expect([...askedValues("it.a == 'x' || it.b == 'y'")]).toEqual([]);
  expect([...askedValues("it.a != 'x' && !(it.b == 'y') && it.n == 3.0")]).toEqual([]);
});

test('fields come with their words, codes, unit and range; what goods and time tell is not asked again', () => {
  const form = stageForm(honey, 'receipt', '2026-11-30');
  expect(form).toMatchObject({ name: { zh: '进货' }, inputs: 'none', parent: 'none' });
  expect(form?.fields.map(({ element, need, entered }) => [element, need, entered])).toEqual([
    ['lotNumber', 'required', 'unit'],
    ['permit', 'conditional', 'value'],
    ['grade', 'optional', 'value'],
    ['weight', 'optional', 'unit'],
  ]);
  expect(form?.fields[2]?.options?.map(({ code }) => code)).toEqual(['1', '2']);
  expect(form?.fields[3]).toMatchObject({ unit: 'KGM', min: 0, max: 25 });
  expect(stageForm(honey, 'nothing', '2026-11-30')).toBeUndefined();
});

test('an event has the time as it was entered, amounts as numbers, and the identity that it was given', () => {
  const built = sheetEvent(honey, { ...receipt, values: { permit: ' H0001 ', grade: '', nonsense: 'x' } }, ID);
  expect(built).toMatchObject({
    ...{ ok: true, stage: 'receipt' },
    event: {
      ...{ type: 'ObjectEvent', action: 'OBSERVE', bizStep: 'receiving', eventID: ID },
      ...{ eventTime: '2026-11-30T08:00:00+08:00', eventTimeZoneOffset: '+08:00' },
      quantityList: [{ epcClass: LOT, quantity: 2.5, uom: 'KGM' }],
      'suyuan:permit': 'H0001',
    },
  });
  expect(JSON.stringify(built)).not.toMatch(/grade|nonsense/);
});

test('a code may be as it was scanned or printed; an event has the one spelling of it', () => {
  const spelled = ['(01)06901234567892(10)L1', '010690123456789210L1', 'https://example.org/01/06901234567892/10/L1'];
  for (const code of spelled) {
    const built = sheetEvent(honey, { ...receipt, units: [{ code }] }, ID);
    expect(built).toMatchObject({ event: { quantityList: [{ epcClass: LOT }] } });
  }
});

test('what cannot be an event says which field, in plain words', () => {
  expect(faultsOf({ at: '2026-11-30' })).toEqual([expect.stringMatching(/^at 请填写时间/)]);
  expect(faultsOf({ at: '2026-11-31T25:00:00+08:00' })).toEqual([expect.stringMatching(/^at /)]);
  expect(faultsOf({ units: [] })).toEqual(['units 请填写是哪些货物或设备']);
  expect(faultsOf({ units: [{ code: ' ' }, { code: LOT }, { code: LOT }] })).toEqual([
    'units/0/code 请填写或扫描编码',
    'units/2/code 与上面的一行重复',
  ]);
  expect(faultsOf({ units: [{ code: 'https://id.gs1.org/01/06901234567891/10/L1' }] })).toEqual([
    expect.stringMatching(/^units\/0\/code 编码有误：校验位/),
  ]);
  expect(faultsOf({ units: [{ code: LOT, quantity: '-1' }] })).toEqual(['units/0/quantity 数量应为大于零的数']);
  expect(faultsOf({ units: [{ code: 'https://id.gs1.org/01/06901234567892/21/S1', quantity: '2' }] })).toEqual([
    'units/0/quantity 单件的编码不填数量',
  ]);
  expect(faultsOf({ inputs: [{ code: LOT }] })).toEqual([expect.stringMatching(/^inputs /)]);
  expect(faultsOf({ parent: LOT })).toEqual([expect.stringMatching(/^parent /)]);
  expect(faultsOf({ stage: 'nothing' })).toEqual([expect.stringMatching(/^stage /)]);
});

test('a package is opened with what comes out of it, or with nothing, which is all; which package has to be said', () => {
  const unpacking: PackStage = {
    ...{ id: 'unpacking', name: { zh: '拆箱', en: 'Opening' }, source: 'law', confidence: 'A' },
    event: { types: ['AggregationEvent'], bizSteps: ['unpacking'] },
  };
  const opening = loadPack({ ...honey.pack, stages: [...honey.pack.stages, unpacking] }, {});
  expect(stageForm(opening, 'unpacking', '2026-11-30')).toMatchObject({ parent: 'required', opens: true });
  expect(stageForm(opening, 'receipt', '2026-11-30')?.opens).toBe(false);
  const box = 'https://id.gs1.org/00/069012345600000015';
  const built = (sheet: Partial<Sheet>) => sheetEvent(opening, { ...receipt, stage: 'unpacking', ...sheet }, ID);
  expect(built({ parent: box, units: [] })).toMatchObject({
    event: { type: 'AggregationEvent', action: 'DELETE', bizStep: 'unpacking', parentID: box },
  });
  expect(JSON.stringify(built({ parent: box, units: [] }))).not.toMatch(/child/);
  expect(built({ parent: box })).toMatchObject({ event: { childQuantityList: [{ epcClass: LOT, quantity: 2.5 }] } });
  expect(built({})).toMatchObject({
    ok: false,
    faults: [{ field: 'parent', message: { zh: '请填写打开的是哪个包装' } }],
  });
});
