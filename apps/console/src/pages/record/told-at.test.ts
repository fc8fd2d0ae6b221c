import type { SheetCheck, StageFormBody } from '@suyuan/api';
import { expect, test } from 'vitest';
import type { GivenSheet } from './given-sheet.ts';
import { toldAt } from './told-at.ts';

const words = { zh: '词', en: 'words' };
const field = { name: words, type: 'text', need: 'required', isPersonal: false } as const;
const form: StageFormBody = {
  ...{
    pack: 'food',
    version: '2026.1',
    stage: 'receipt',
    name: words,
    inputs: 'none',
    parent: 'none',
    opens: false,
    handover: 'in',
  },
  fields: [
    { ...field, element: 'supplierName', entered: 'value' },
    { ...field, element: 'lotNumber', entered: 'unit' },
    { ...field, element: 'soldOn', entered: 'time' },
    { ...field, element: 'activity', entered: 'value', fixed: 'sale' },
  ],
};
const given: GivenSheet = {
  ...{
    name: 'x',
    day: '',
    time: '',
    inputs: [],
    parent: '',
    place: '',
    from: '',
    to: '',
    notice: '',
    order: '',
    values: {},
  },
  units: [{ code: 'A' }, {}, { code: 'B' }],
};
const found = (element?: string) => ({
  ...(element === undefined ? {} : { element }),
  ...({ rule: 'x', effect: 'flag', message: words, wayOut: words, basis: words } as const),
});

test('a finding stands at the field that it is about, also where goods or the time tell it; others apart', () => {
  const told: SheetCheck = {
    faults: [],
    findings: [found('supplierName'), found('lotNumber'), found('soldOn'), found('activity'), found('else'), found()],
  };
  const at = toldAt(form, given, told);
  expect(['values/supplierName', 'units', 'at'].map((name) => at.of(name).length)).toEqual([1, 1, 1]);
  expect(at.others).toHaveLength(3);
  expect(toldAt(form, given, undefined).others).toEqual([]);
});

test('rows that are empty are counted on the page, and not in what was sent', () => {
  const at = toldAt(form, given, { faults: [{ field: 'units/1/code', message: words }], findings: [] });
  expect(at.of('units/2/code')).toEqual([{ gravity: 'fault', message: words }]);
  expect(at.of('units/1/code')).toEqual([]);
});
