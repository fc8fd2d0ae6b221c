import { readCode } from '@suyuan/codes';
import { CHECKS, loadPack, PACKS, readPack } from '@suyuan/profiles';
import { expect, test } from 'vitest';
import type { ReadEvent } from '../events/index.ts';
import type { PackInUse } from '../standards/index.ts';
import { factsOf } from './facts-model.ts';
import { groupsOf } from './groups-model.ts';

const LOT = 'https://id.gs1.org/01/06901234567892/10/L1';
const SC = 'SC10832058300123';
const packs: readonly PackInUse[] = PACKS.flatMap((given) => {
  const read = readPack(given, new Set(Object.keys(CHECKS)));
  return read.ok ? [{ pack: read.pack, loaded: loadPack(read.pack, CHECKS), text: '', digest: '' }] : [];
});

function event(day: string, more: object = {}, about: object = {}): ReadEvent {
  const bare: ReadEvent = {
    ...{ id: day, position: 0, eventID: day, declaredInError: false, isDisputed: false, isDeclaration: false },
    recordedBy: [1],
    facts: {
      ...{ type: 'ObjectEvent', action: 'OBSERVE', bizStep: 'https://ref.gs1.org/cbv/BizStep-inspecting' },
      ...{ eventTimeMs: Date.parse(`${day}T12:00:00+08:00`), eventTimeZoneOffset: '+08:00' },
      ...{ sources: [], destinations: [], bizTransactions: [], units: [{ code: LOT, role: 'object', isClass: true }] },
    },
  };
  return { ...bare, ...about, facts: { ...bare.facts, ...more } };
}

const extensions = (members: Readonly<Record<string, unknown>>) => ({
  extensions: Object.entries(members).map(([name, value]) => [`https://x.example/${name}`, value]),
});
const MADE = event('2026-09-07', {
  ...{
    type: 'TransformationEvent',
    bizStep: 'https://ref.gs1.org/cbv/BizStep-creating_class_instance',
    action: undefined,
  },
  units: [{ code: LOT, role: 'output', isClass: true, quantity: 90 }],
  ilmd: [
    ['https://ref.gs1.org/cbv/lotNumber', 'L1'],
    ['https://ref.gs1.org/cbv/productionDate', '2026-09-07'],
    ['https://ref.gs1.org/cbv/countryOfOrigin', 'CN'],
  ],
});
const report = (passed: string) => ({
  ...{ 'x:item': '菌落总数', 'x:result': '15 CFU/g', 'x:passed': passed },
});

interface Given {
  readonly categories?: string[];
  readonly licences?: { number: string; from?: string; until?: string }[];
  readonly praises?: boolean;
}

function told(own: readonly ReadEvent[], { categories = ['food'], licences = [], praises = true }: Given = {}) {
  const found = {
    ...{ reading: readCode(LOT), start: [LOT], own, packs, nowMs: Date.parse('2026-11-27T00:00:00Z') },
    recorders: new Map([[1, { no: 1, categories, licences }]]),
    known: new Map(),
  };
  const facts = factsOf(found, { lang: 'zh', praises });
  const { groups, marks, facts: rest } = groupsOf(found, { lang: 'zh', maker: undefined, facts });
  const lines = (rows: typeof rest) =>
    rows.map(({ label, value, status }) => `${label.zh} ${value}${status === undefined ? '' : ` ${status}`}`);
  return {
    groups: Object.fromEntries(groups.map(({ name, rows }) => [name.zh, lines(rows)])),
    marks: marks.map(({ name }) => name.zh),
    facts: lines(rest),
  };
}

test('what a group says is not among the facts again, and what no group says stays', () => {
  const { groups, facts } = told([
    MADE,
    event('2026-09-08', extensions({ testReport: report('true'), inspectionNo: '检1' })),
  ]);
  expect(groups).toEqual({
    出厂产品信息: ['生产批号 L1', '生产日期 2026-09-07'],
    检验合格信息: ['检验合格证号 检1', '检验：菌落总数 15 CFU/g good'],
  });
  expect(facts).toEqual(['原产国 中国']);
});

test('of several lots that a step is of, what is said of the others is not said of this one', () => {
  const other = { code: LOT.replace('L1', 'L2'), role: 'object', isClass: true, quantity: 7 };
  const both = event('2026-09-09', { units: [other, { code: LOT, role: 'object', isClass: true, quantity: 5 }] });
  const { groups } = told([MADE, both]);
  expect(groups.出厂产品信息).toEqual(['生产批号 L1', '生产日期 2026-09-07']);
  expect(JSON.stringify(groups)).not.toContain('L2');
});

test('a failed test is not well, and where the page warns nothing is', () => {
  const failed = event('2026-09-08', extensions({ testReport: report('false') }));
  expect(told([MADE, failed]).groups.检验合格信息).toEqual(['检验：菌落总数 15 CFU/g bad']);
  const passed = event('2026-09-08', extensions({ testReport: report('true') }));
  expect(told([MADE, passed], { praises: false }).groups.检验合格信息).toEqual(['检验：菌落总数 15 CFU/g']);
});

test('of the maker the licence that held on the day is told, and no other number', () => {
  const licences = [
    { number: SC, from: '2026-01-01', until: '2026-09-07' },
    { number: 'SC20832058300123', until: '2026-09-06' },
    { number: 'SC30832058300123', from: '2026-09-08' },
    { number: 'JY10832058300123' },
    { number: 'private 7' },
  ];
  expect(told([MADE], { licences }).groups.企业信息).toEqual([`食品生产许可证 ${SC}`]);
  expect(told([event('2026-09-07')], { licences }).groups.企业信息).toBeUndefined();
});

test('a later record says it anew, and of a wrong one, or what the lot was used for, nothing is told', () => {
  const first = event('2026-09-08', extensions({ inspectionNo: '检1' }));
  const again = event('2026-09-09', extensions({ inspectionNo: '检2' }));
  const wrong = event('2026-09-10', extensions({ inspectionNo: '检3' }), { declaredInError: true });
  const used = event('2026-09-11', {
    ...extensions({ inspectionNo: '检4' }),
    units: [{ code: LOT, role: 'input', isClass: true }],
  });
  expect(told([first, again, wrong, used]).groups.检验合格信息).toEqual(['检验合格证号 检2']);
});

test('of a lift the last maintenance is told, however deep it went, and not the last of each depth', () => {
  const visit = (day: string, tier: string) =>
    event(day, { ...extensions({ activity: 'maintenance', tier, maintainedOn: day }) });
  const visits = [visit('2026-09-25', 'quarter'), visit('2026-10-09', 'half-year'), visit('2026-10-23', 'half-month')];
  const { groups } = told(visits, { categories: ['special-equipment'] });
  expect(groups.电梯信息).toEqual(['维护保养日期 2026-10-23', '保养类别 半月（31 项）']);
});

test('an event whose time and step are hidden says what is left of it', () => {
  const hidden = event('2026-09-08', {
    ...extensions({ inspectionNo: '检1' }),
    eventTimeMs: Number.NaN,
    bizStep: undefined,
  });
  expect(told([hidden]).groups.检验合格信息).toEqual(['检验合格证号 检1']);
});

test('of goods that no pack is of, the facts are as they were', () => {
  expect(told([MADE], { categories: [] })).toEqual({
    groups: {},
    marks: [],
    facts: ['批号 L1', '生产日期 2026-09-07', '原产国 中国'],
  });
});

test('a harvest’s day is that of the harvest, not of a later sale; words of code lists stand for their codes', () => {
  const certified = event('2026-09-08', {
    ...step('other'),
    ...extensions({ certificateForm: '1', origin: '烟台' }),
  });
  const sold = event('2026-09-20', step('retail_selling'));
  const { groups } = told([certified, sold], { categories: ['edible-agri'] });
  expect(JSON.stringify(groups)).not.toContain('2026-09-20');
  expect(groups.产品).toContain('产地 烟台');
  expect(groups.承诺达标合格证).toEqual(['合格证样式 样式一（生产者）']);
});

test('a mark stands while what it goes by holds; a later result that failed takes it away', () => {
  const agri = { categories: ['edible-agri'] };
  const passed = event('2026-09-08', extensions({ quarantineCertificate: 'No 1', certificateForm: '1' }));
  const hidden = event('2026-09-08', { ...extensions({ quarantineCertificate: 'No 1' }), eventTimeMs: Number.NaN });
  expect(told([passed, event('2026-09-09')], agri).marks).toEqual(['承诺达标合格证', '动物检疫合格']);
  expect(told([hidden], agri).marks).toEqual(['动物检疫合格']);
  const failed = event('2026-09-10', extensions({ quarantineResult: 'fail' }));
  expect(told([passed, failed], agri).marks).toEqual(['承诺达标合格证']);
  expect(told([event('2026-01-31', extensions({ certificateForm: '1' }))], agri).marks).toEqual([]);
});

const step = (name: string) => ({ bizStep: `https://ref.gs1.org/cbv/BizStep-${name}` });
const did = (day: string, activity: string, members: Readonly<Record<string, unknown>>): ReadEvent =>
  event(day, { ...step('other'), ...extensions({ activity, ...members }) });
/** What default disclosure leaves of an event that is no making, notice or warning: members that its pack has everybody see. */
const cut = (members: Readonly<Record<string, unknown>>): ReadEvent =>
  event('2026-09-08', { ...extensions(members), eventTimeMs: Number.NaN, bizStep: undefined });

const REGISTERED = did('2026-04-13', 'use-registration', { certificateNumber: '梯11苏E3622(26)' });
const inspected = (inspectionDue: string, result = 'fit') =>
  did('2026-03-18', 'periodic-inspection', { result, inspectionDue });
const LIFT = { categories: ['special-equipment'] };
const AGRI = { categories: ['edible-agri'] };

test.each([
  { id: 'commitment-certificate', given: AGRI, whole: [cut({ certificateForm: '1' })], told: true },
  { id: 'quarantined', given: AGRI, whole: [cut({ quarantineCertificate: 'No 1' })], told: true },
  {
    ...{ id: 'meat-inspected', given: AGRI, told: true },
    whole: [cut({ inspectionCertificate: 'No 2', inspectionResult: 'pass' })],
  },
  { id: 'registration-mark', given: LIFT, whole: [REGISTERED], told: false },
  { id: 'inspection-mark', given: LIFT, whole: [inspected('2027-03-18')], told: false },
])('the mark $id, by default told to the public: $told', ({ id, given, whole, told: isTold }) => {
  const pack = packs.find(({ pack: each }) => each.id === given.categories[0])?.pack;
  const name = pack?.publicPage.marks.find((mark) => mark.id === id)?.name.zh ?? '';
  expect(told(whole, given).marks).toEqual([name]);
  // Whatever no one is told by default, the pack says so where it lists what it does not hold.
  const absent = (pack?.absent ?? [])
    .filter(({ what }) => what.zh.startsWith('公众页默认显示'))
    .map(({ what }) => what.zh);
  expect(absent.some((what) => what.includes(name))).toBe(!isTold);
  if (isTold) return;
  const bare = whole.map(({ facts }) =>
    cut(
      Object.fromEntries(
        (facts.extensions ?? []).flatMap(([uri, value]) => {
          const member = uri.slice(uri.lastIndexOf('/') + 1);
          return pack?.elements[member]?.level === 'public' ? [[member, value]] : [];
        }),
      ),
    ),
  );
  expect(told(bare, given).marks).toEqual([]);
});

test('no pack has a mark that is not looked at here', () => {
  expect(packs.flatMap(({ pack }) => pack.publicPage.marks.map(({ id }) => id)).sort()).toEqual(
    ['commitment-certificate', 'inspection-mark', 'meat-inspected', 'quarantined', 'registration-mark'].sort(),
  );
});

test('the mark of an inspection goes the day after it held, with no new record, and with a later failure', () => {
  // It is 27 November.
  expect(told([inspected('2026-11-27')], LIFT).marks).toEqual(['定期检验标志']);
  expect(told([inspected('2026-11-26')], LIFT).marks).toEqual([]);
  const failed = did('2026-10-01', 'periodic-inspection', { result: 'unfit' });
  expect(told([inspected('2027-03-18'), failed], LIFT).marks).toEqual([]);
  expect(told([did('2026-03-18', 'periodic-inspection', { result: 'fit' })], LIFT).marks).toEqual([]);
});

test('the mark of registration goes with its cancellation, and with scrapping', () => {
  const cancelled = did('2026-10-01', 'deregistration', {
    ...{ certificateNumber: '梯11苏E3622(26)', cancellationNumber: '注销 7' },
  });
  const scrapped = event('2026-10-01', {
    ...step('decommissioning'),
    ...extensions({ activity: 'scrapping', disabledBy: '拆除曳引机' }),
  });
  expect(told([REGISTERED, cancelled], LIFT).marks).toEqual([]);
  expect(told([REGISTERED, scrapped], LIFT).marks).toEqual([]);
  // Of a cancellation alone there is no mark either.
  expect(told([did('2026-10-01', 'deregistration', { certificateNumber: '梯11苏E3622(26)' })], LIFT).marks).toEqual([]);
});

test('a check of another kind that was passed brings back no mark of an inspection that failed', () => {
  const failed = did('2026-10-01', 'periodic-inspection', { result: 'unfit' });
  const monthly = did('2026-10-02', 'monthly-check', { result: 'fit' });
  expect(told([inspected('2027-03-18'), monthly], LIFT).marks).toEqual(['定期检验标志']);
  expect(told([inspected('2027-03-18'), failed, monthly], LIFT).marks).toEqual([]);
});

test('meat that failed its inspection later has its mark no more', () => {
  const passed = cut({ inspectionCertificate: 'No 2', inspectionResult: 'pass' });
  expect(told([passed, cut({ inspectionResult: 'fail' })], AGRI).marks).toEqual([]);
});
