/** The measures on recalls of 2015 hold through 30 November 2026, those of order 122 from the day after, in China. */
import { type EventFacts, eventFacts, readContext } from '@suyuan/epcis';
import { expect, test } from 'vitest';
import { CHECKS, clockRuns, holdsAt, judge, KNOWN_CHECKS, loadPack, readPack } from '../index.ts';
import written from './pack.json' with { type: 'json' };

const read = readPack(written, KNOWN_CHECKS);
if (!read.ok) throw new Error(JSON.stringify(read.faults));
const { pack } = read;
const loaded = loadPack(pack, CHECKS);

const CONTEXT = readContext([
  'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld',
  { ex: 'https://example.com/food/' },
]);
const BEFORE = '2026-11-30T23:59:59+08:00';
const AFTER = '2026-12-01T00:00:00+08:00';
const CLASSES = ['1', '2', '3'];

function recall(eventTime: string, said: Readonly<Record<string, string>>, activity = 'recall-start'): EventFacts {
  const more = Object.fromEntries(Object.entries(said).map(([name, value]) => [`ex:${name}`, value]));
  return eventFacts(
    {
      ...{ type: 'ObjectEvent', action: 'OBSERVE', bizStep: 'holding', eventTime, eventTimeZoneOffset: '+08:00' },
      quantityList: [{ epcClass: 'https://id.gs1.org/01/06901234567892/10/F1', quantity: 10 }],
      ...{ 'ex:activity': activity, ...more },
    },
    CONTEXT,
  );
}
const runsOf = (...events: EventFacts[]) =>
  clockRuns(
    loaded,
    'unit',
    events.map((facts) => ({ facts })),
  );

test('a recall that started under the old measures is to be completed within their working days', () => {
  const runs = CLASSES.flatMap((recallClass) => runsOf(recall(BEFORE, { recallClass, recallReason: '菌落总数超标' })));
  expect(runs.map(({ clock }) => clock.id)).toEqual(['recall-complete-1', 'recall-complete-2', 'recall-complete-3']);
  // From Tuesday 1 December, five working days a week. Thirty of them go into a year that no notice is known for.
  expect(runs.slice(0, 2).map(({ due }) => due?.lastDay)).toEqual(['2026-12-14', '2026-12-28']);
});

test('it is completed under the new measures as well: what began before them is done', () => {
  const [run] = runsOf(
    recall(BEFORE, { recallClass: '1' }),
    recall('2026-12-10T10:00:00+08:00', {}, 'recall-complete'),
  );
  expect(run?.doneBy?.facts.eventTimeMs).toBe(Date.parse('2026-12-10T10:00:00+08:00'));
});

test('a recall that started under order 122 has no day by which it is completed', () => {
  for (const recallClass of CLASSES)
    expect([recallClass, runsOf(recall(AFTER, { recallClass }))]).toEqual([recallClass, []]);
});

test('class and reason are asked under both, by the words of each', () => {
  const found = (at: string) =>
    (judge(loaded, recall(at, {}), {})?.findings ?? []).map(({ element, effect, basis }) => [
      element,
      effect,
      basis.zh,
    ]);
  for (const [at, number] of [
    [BEFORE, '2015 年公布'],
    [AFTER, '第 122 号'],
  ] as const)
    expect([at, found(at)]).toEqual([
      at,
      [
        ['recallClass', 'flag', expect.stringContaining(number)],
        ['recallReason', 'flag', expect.stringContaining(number)],
      ],
    ]);
});

test('each class is started within the same hours under both; only the old measures say until when it is completed', () => {
  const limits = (at: string) =>
    pack.recallClasses
      .filter((each) => holdsAt(each, Date.parse(at)))
      .map(({ id, start, complete }) => [id, start, complete]);
  const hours = (amount: number) => ({ amount, unit: 'hour' });
  const workdays = (amount: number) => ({ amount, unit: 'workday' });
  expect(limits(BEFORE)).toEqual([
    ['class-1', hours(24), workdays(10)],
    ['class-2', hours(48), workdays(20)],
    ['class-3', hours(72), workdays(30)],
  ]);
  expect(limits(AFTER)).toEqual([
    ['class-1', hours(24), undefined],
    ['class-2', hours(48), undefined],
    ['class-3', hours(72), undefined],
  ]);
});

test('on each day there is one report of a recall, of the measures of that day', () => {
  const reports = (at: string) =>
    pack.filings
      .filter((each) => each.id === 'recall-report' && holdsAt(each, Date.parse(at)))
      .map(({ source, stages, columns }) => [source, stages, columns.map(({ element }) => element)]);
  const asked = [
    'productName',
    'specification',
    'lotNumber',
    'productionDate',
    'quantity',
    'recallClass',
    'recallReason',
  ];
  expect(reports(BEFORE)).toEqual([['recall-2015', ['recall-start'], asked]]);
  expect(reports(AFTER)).toEqual([['recall-2026', ['recall-start'], asked]]);
});
