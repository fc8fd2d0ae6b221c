/** `suyuan packs`: what comes with the program, a pack of one's own, and what packs find of documents. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeDataDir, removeDataDir, run } from './program.ts';

const FOOD = join(import.meta.dirname, '../../../packages/profiles/src/food/pack.json');
let dir: string;
beforeAll(() => {
  dir = makeDataDir();
});
afterAll(() => removeDataDir(dir));

const file = (name: string, value: unknown): string => {
  const path = join(dir, name);
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value));
  return path;
};

const sale = (expiry: string, lot = 'L1'): object => ({
  ...{ type: 'ObjectEvent', action: 'OBSERVE', bizStep: 'retail_selling' },
  ...{ eventTime: '2026-10-01T08:00:00+08:00', eventTimeZoneOffset: '+08:00' },
  quantityList: [{ epcClass: `https://id.gs1.org/01/06901234567892/10/${lot}` }],
  'ex:itemExpirationDate': expiry,
});
const documentOf = (...eventList: readonly object[]): object => ({
  '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld', { ex: 'https://example.org/ns/' }],
  ...{ type: 'EPCISDocument', schemaVersion: '2.0', creationDate: '2026-10-01T00:00:00Z' },
  epcisBody: { eventList },
});

test('the packs that come with the program are listed', async () => {
  const { code, stdout } = await run(dir, 'packs', 'list', '--json');
  expect(code).toBe(0);
  const packs = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(packs).toContainEqual(expect.objectContaining({ id: 'food', name: { zh: '食品', en: 'Food' } }));
});

test('a pack of one’s own is in order, or its faults are told by place', async () => {
  const pack = JSON.parse(readFileSync(FOOD, 'utf8'));
  const faulty = file('faulty.json', { ...pack, rules: [{ ...pack.rules[0], when: 'it.price > 1.0' }] });
  expect(await run(dir, 'packs', 'check', FOOD)).toMatchObject({ code: 0, stdout: expect.stringContaining('✓') });
  const told = await run(dir, 'packs', 'check', faulty, FOOD);
  expect(told).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('/rules/0/when'),
    stderr: expect.stringContaining('1 / 2'),
  });
  expect(await run(dir, 'packs', 'check', file('none.json', '{'))).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('JSON'),
  });
  expect(await run(dir, 'packs', 'check', join(dir, 'not-there.json'))).toMatchObject({ code: 1 });
});

test('documents are judged: what is in order passes, what is not is told with the law and the way out', async () => {
  const good = file('good.jsonld', documentOf(sale('2026-10-01')));
  expect(await run(dir, 'packs', 'judge', good, '--pack', 'food')).toMatchObject({ code: 0 });
  const bad = file('bad.jsonld', documentOf(sale('2026-10-01'), sale('2026-09-30', 'L2')));
  const told = await run(dir, 'packs', 'judge', bad, '--pack', 'food');
  expect(told).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/✗ .*#1 \[food\/sale\] the food is past its date/),
  });
  expect(told.stdout).toContain('第三十四条（十）');
  expect(await run(dir, 'packs', 'judge', good, '--pack', 'nope')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('food'),
  });
});

test('what happened before is found in any of the files', async () => {
  const folder = join(dir, 'lot');
  mkdirSync(folder);
  const inspected = {
    ...sale('2027-01-01'),
    bizStep: 'inspecting',
    eventTime: '2026-09-01T08:00:00+08:00',
    'ex:inspectionItem': '菌落总数',
    'ex:inspectionResult': 'false',
  };
  const shipped = { ...sale('2027-01-01'), bizStep: 'shipping' };
  writeFileSync(join(folder, 'b.jsonld'), JSON.stringify(documentOf(inspected)));
  writeFileSync(join(folder, 'a.jsonld'), JSON.stringify(documentOf(shipped)));
  const { stdout } = await run(dir, 'packs', 'judge', folder, '--pack', 'food', '--json');
  const findings = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(findings).toContainEqual(
    expect.objectContaining({ rule: 'failed-inspection', effect: 'refuse', stage: 'shipment' }),
  );
});

test('a further category is data alone', async () => {
  const law = { source: 'law', confidence: 'B' };
  const name = { zh: '化妆品', en: 'Cosmetics' };
  const cosmetics = {
    ...{ id: 'cosmetics', version: '2026.1', name, goods: { categories: ['cosmetics'] } },
    sources: {
      law: { title: { zh: '化妆品监督管理条例', en: 'Regulation on cosmetics' }, number: '国务院令第 727 号' },
    },
    elements: {
      filing: { name: { zh: '备案编号', en: 'Filing number' }, type: 'text', level: 'public', at: ['event/filingNo'] },
    },
    codeLists: {},
    stages: [
      {
        id: 'sale',
        name: { zh: '销售', en: 'Sale' },
        event: { types: ['ObjectEvent'], bizSteps: ['retail_selling'] },
        ...law,
      },
    ],
    requirements: [{ stage: 'sale', element: 'filing', need: 'required', ...law }],
    ...{ rules: [], licences: [], clocks: [], ledgers: [], filings: [], retention: [], recallClasses: [], absent: [] },
    publicPage: { groups: [], marks: [] },
  };
  const pack = file('cosmetics.json', cosmetics);
  const sold = file('sold.jsonld', documentOf(sale('2027-01-01')));
  const told = await run(dir, 'packs', 'judge', sold, '--with', pack, '--pack', 'cosmetics');
  expect(told).toMatchObject({ code: 1, stdout: expect.stringContaining('[cosmetics/sale] Filing number is missing') });
  expect(told.stdout).toContain('国务院令第 727 号');
});

test('how two versions differ is told, and what turns between two days', async () => {
  const pack = JSON.parse(readFileSync(FOOD, 'utf8'));
  const next = file('next.json', { ...pack, version: '2027.1', rules: pack.rules.slice(1) });
  const told = await run(dir, 'packs', 'diff', 'food', next, '--json');
  expect(told.code).toBe(0);
  expect(told.stdout).toContain(`"id":"${pack.rules[0].id}","change":"removed"`);
  expect(told.stdout).toContain('{"count":1}');
  const turns = await run(dir, 'packs', 'diff', 'food', '--from', '2026-06-30', '--until', '2026-07-01');
  expect(turns).toMatchObject({ code: 0, stdout: expect.stringContaining('from 2026-07-01 requirement') });
  expect(await run(dir, 'packs', 'diff', 'food')).toMatchObject({ code: 2 });
  expect(await run(dir, 'packs', 'diff', 'food', '--from', '2026-02-30', '--until', '2026-07-01')).toMatchObject({
    code: 2,
  });
});
