import type { EventFacts } from '@suyuan/epcis';
import { expect, test } from 'vitest';
import { HONEY } from '../pack/pack.fixture.ts';
import { readPack } from '../pack/read-pack.ts';
import type { HeldLicence, Known } from './check.ts';
import { judge } from './judge.ts';
import { loadPack } from './loaded-pack.ts';

const law = { source: 'law', confidence: 'A' } as const;
const licence = (id: string, of: 'recorder' | 'supplier', more = {}) => ({
  ...{ id, name: { zh: '蜂蜜许可证', en: 'Honey licence' }, pattern: '^H[0-9]{4}$', of, stages: ['receipt'] },
  ...{ clause: '§9', ...law, ...more },
});
const read = readPack(
  {
    ...HONEY,
    requirements: [],
    licences: [licence('own', 'recorder', { from: '2026-01-01' }), licence('other', 'supplier')],
  },
  new Set(),
);
if (!read.ok) throw new Error(JSON.stringify(read.faults));
const loaded = loadPack(read.pack, {});

const receipt = (at: string): EventFacts => ({
  ...{ type: 'ObjectEvent', action: 'OBSERVE', eventTimeMs: Date.parse(at), eventTimeZoneOffset: '+08:00' },
  ...{ bizStep: 'https://ref.gs1.org/cbv/BizStep-receiving', sources: [], destinations: [], bizTransactions: [] },
  units: [{ code: 'https://id.gs1.org/01/06901234567892/10/L1', role: 'object', isClass: true }],
});
const toldOf = (at: string, licences?: Known['licences']) =>
  judge(loaded, receipt(at), licences === undefined ? {} : { licences })?.findings ?? [];
const ofOwn =
  (held: readonly HeldLicence[]): Known['licences'] =>
  (of) =>
    of === 'recorder' ? held : undefined;
const NOON = '2026-11-30T12:00:00+08:00';

test('a licence holds from its first day in China to its last', () => {
  const held = ofOwn([{ number: 'H0001', from: '2026-11-01', until: '2026-11-30' }]);
  expect(toldOf('2026-11-01T00:00:00+08:00', held)).toEqual([]);
  expect(toldOf('2026-11-30T23:59:59+08:00', held)).toEqual([]);
  expect(toldOf('2026-12-01T00:00:00+08:00', held)).toMatchObject([
    {
      ...{ rule: 'licence.not-valid', effect: 'flag', basis: { zh: '蜂蜜法 第 1 号 §9' } },
      message: {
        zh: '蜂蜜许可证 H0001 已于 2026-11-30 到期，早于 2026-12-01',
        en: 'Honey licence H0001 ended on 2026-11-30, before 2026-12-01',
      },
    },
  ]);
  expect(toldOf('2026-10-31T23:59:59+08:00', held)).toMatchObject([
    { rule: 'licence.not-valid', message: { zh: '蜂蜜许可证 H0001 自 2026-11-01 起有效，晚于 2026-10-31' } },
  ]);
});

test('one that has no days holds always, and a renewed one counts beside the old', () => {
  expect(toldOf(NOON, ofOwn([{ number: 'H0001' }]))).toEqual([]);
  expect(
    toldOf(
      NOON,
      ofOwn([
        { number: 'H0001', until: '2026-06-30' },
        { number: 'H0002', from: '2026-07-01' },
      ]),
    ),
  ).toEqual([]);
  // The one that held last is named.
  const ended = [
    { number: 'H0001', until: '2026-06-30' },
    { number: 'H0002', until: '2026-09-30' },
  ];
  expect(toldOf(NOON, ofOwn(ended))[0]?.message.en).toContain('H0002 ended on 2026-09-30');
});

test('a licence of another form is none', () => {
  expect(toldOf(NOON, ofOwn([{ number: 'SC10637021200019' }]))).toMatchObject([
    { rule: 'licence.missing', effect: 'flag', message: { zh: '本单位没有登记蜂蜜许可证' } },
  ]);
});

test('where nothing is known of a party, and before the law asked for it, nothing is said', () => {
  expect(toldOf(NOON)).toEqual([]);
  expect(toldOf('2025-12-31T23:59:59+08:00', ofOwn([]))).toEqual([]);
});

test('of a supplier only what it has entered counts: what has ended, and not what is not there', () => {
  const of =
    (held: readonly HeldLicence[]): Known['licences'] =>
    (who) =>
      who === 'supplier' ? held : undefined;
  expect(toldOf(NOON, of([]))).toEqual([]);
  expect(toldOf(NOON, of([{ number: 'H0001', until: '2026-11-29' }]))).toMatchObject([
    {
      rule: 'licence.not-valid',
      message: { zh: '蜂蜜许可证在 2026-11-30 不在有效期内', en: 'Honey licence did not hold on 2026-11-30' },
      wayOut: { zh: expect.stringContaining('对方') },
    },
  ]);
});
