import { expect, test } from 'vitest';
import { HONEY } from './pack.fixture.ts';
import type { Pack } from './pack.ts';
import { readPack } from './read-pack.ts';

const faultsOf = (pack: unknown): string[] => {
  const read = readPack(pack, new Set(['known']));
  return read.ok ? [] : read.faults.map(({ pointer, message }) => `${pointer} ${message.en}`);
};
const [sale, receipt] = HONEY.stages;
const [rule, later] = HONEY.rules;
if (sale === undefined || receipt === undefined || rule === undefined || later === undefined)
  throw new Error('the fixture is another');
const law = { source: 'law', confidence: 'A' } as const;
const with_ = (more: Partial<Pack>): Pack => ({ ...HONEY, ...more });
const clock: Pack['clocks'][number] = {
  ...{ id: 'told', name: { zh: '告知', en: 'Told' }, starts: ['sale'], ends: ['receipt'], of: 'unit' },
  ...{ within: { amount: 3, unit: 'day' }, ...law },
};

test('a pack that is in order has no faults', () => {
  expect(faultsOf(HONEY)).toEqual([]);
});

test.each<readonly [string, Partial<Pack>, string]>([
  [
    'a stage that comes before itself',
    {
      stages: [
        { ...sale, follows: ['receipt'] },
        { ...receipt, follows: ['sale'] },
      ],
    },
    '/stages/0/follows',
  ],
  [
    'a stage that is not there',
    { requirements: [{ stage: 'sold', element: 'lotNumber', need: 'required', ...law }] },
    '/requirements/0/stage',
  ],
  [
    'an element that is not there',
    { requirements: [{ stage: 'sale', element: 'price', need: 'required', ...law }] },
    '/requirements/0/element',
  ],
  ['a code list that is not there', { codeLists: {} }, '/elements/grade/codeList'],
  [
    'a public code that its list does not have',
    { elements: { ...HONEY.elements, grade: { ...HONEY.elements.grade, publicCodes: ['nope'] } as never } },
    '/elements/grade/publicCodes/0',
  ],
  ['a source that is not there', { sources: {} }, '/stages/0/source'],
  ['a rule that is not there', { rules: [{ ...rule, when: undefined, check: 'nope' } as never] }, '/rules/0/check'],
  ['two versions of a rule at one time', { rules: [rule, { ...later, from: '2026-11-30' }] }, '/rules/1'],
  ['two versions without an end', { rules: [{ ...rule, until: undefined } as never, later] }, '/rules/1'],
  ['a validity that ends before it begins', { rules: [{ ...rule, from: '2026-12-05' }] }, '/rules/0'],
  ['a day that no calendar has', { rules: [{ ...rule, until: '2026-02-30' }] }, '/rules/0/until'],
  ['a condition over an element that is not there', { rules: [{ ...rule, when: 'it.price > 1.0' }] }, '/rules/0/when'],
  ['a condition that is no yes or no', { rules: [{ ...rule, when: 'it.weight' }] }, '/rules/0/when'],
  ['a condition that cannot be read', { rules: [{ ...rule, when: 'it.weight >' }] }, '/rules/0/when'],
  [
    'a loop within a loop',
    { rules: [{ ...rule, when: 'event.codes.all(a, event.codes.exists(b, a == b))' }] },
    '/rules/0/when',
  ],
  ['a rule that is not verified and refuses', { rules: [{ ...rule, confidence: 'unverified' }] }, '/rules/0/effect'],
  ['a rule without a condition', { rules: [{ ...rule, when: undefined } as never] }, '/rules/0'],
  [
    'a business step that the CBV has not',
    { stages: [{ ...sale, event: { types: ['ObjectEvent'], bizSteps: ['selling'] } }, receipt] },
    '/stages/0/event/bizSteps/0',
  ],
  [
    'a condition that stands with no condition',
    { requirements: [{ stage: 'sale', element: 'grade', need: 'conditional', ...law }] },
    '/requirements/0',
  ],
  [
    'a range of a text',
    {
      elements: {
        ...HONEY.elements,
        lotNumber: { name: { zh: '批', en: 'lot' }, type: 'text', level: 'public', at: ['lot'], min: 1 },
      },
    },
    '/elements/lotNumber',
  ],
  [
    'a code that takes in itself',
    {
      codeLists: {
        grades: {
          name: { zh: '级', en: 'g' },
          ...law,
          values: [
            { code: '1', name: { zh: '一', en: '1' }, includes: ['2'] },
            { code: '2', name: { zh: '二', en: '2' }, includes: ['1'] },
          ],
        },
      },
    },
    '/codeLists/grades/values/0/includes',
  ],
  ['a clock that starts with no stage', { clocks: [{ ...clock, starts: ['sold'] }] }, '/clocks/0/starts/0'],
  ['a monthly clock that runs for days too', { clocks: [{ ...clock, dayOfNextMonth: 10 }] }, '/clocks/0/within'],
  [
    'a filing under a clock that is not there',
    {
      filings: [
        {
          id: 'f',
          name: { zh: '报', en: 'f' },
          to: { zh: '局', en: 'office' },
          stages: ['sale'],
          columns: [{ element: 'weight', heading: 'W' }],
          format: 'csv',
          clock: 'nope',
          ...law,
        },
      ],
    },
    '/filings/0/clock',
  ],
])('%s is a fault of its place, in both languages', (_, more, pointer) => {
  const read = readPack(with_(more), new Set(['known']));
  expect(read.ok).toBe(false);
  if (read.ok) return;
  expect(read.faults.map((fault) => fault.pointer)).toContain(pointer);
  for (const { message } of read.faults) {
    expect(message.zh).toMatch(/\p{Script=Han}/u);
    expect(message.en).not.toMatch(/\p{Script=Han}/u);
  }
});

test('what has another shape is told by its place', () => {
  expect(faultsOf({ ...HONEY, stages: [{ ...sale, surplus: 1 }] }).join()).toContain('/stages/0');
  expect(faultsOf({ ...HONEY, id: 'Not An Id' }).join()).toContain('/id');
  expect(faultsOf(null)).not.toEqual([]);
});
