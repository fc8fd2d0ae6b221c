import type { TraceAnswer, TraceEventRow } from '@suyuan/api';
import { expect, test } from 'vitest';
import { collapse, type Grain, NODES_MAX, type Picture, UNITS_APART_MAX } from './collapse.ts';

type Step = Partial<TraceEventRow> & { readonly of: readonly string[] };

let steps = 0;
const step = ({ of, ...more }: Step): TraceEventRow => ({
  ...{ eventID: `e${++steps}`, type: 'ObjectEvent', bizStep: 'storing', eventTime: '2026-03-01T02:00:00Z' },
  units: of.map((code) => ({ code, role: 'object' })),
  ...more,
});

function traceOf(events: readonly TraceEventRow[], more: Partial<TraceAnswer> = {}): TraceAnswer {
  const codes = [...new Set(events.flatMap(({ units }) => units.map(({ code }) => code)))];
  return {
    ...{ start: [codes[0] ?? ''], direction: 'both', links: [], custody: [], anomalies: [] },
    units: codes.map((code) => ({ code, role: 'affected', hops: 1, product: code.replace(/\d+$/, '') })),
    events: [...events],
    completeness: { complete: true, limits: [], unanswered: [], hidden: 0 },
    ...more,
  };
}

const drawn = (trace: TraceAnswer, grain: Grain = 'day', open: readonly string[] = []): Picture =>
  collapse(trace, { grain, open: new Set(open) });
const told = ({ nodes }: Picture): readonly string[] =>
  nodes.map(({ place, product, day, units }) => [place.code, product, day, units.length].join(' '));
/** Each link by the numbers of its boxes. */
function ways({ nodes, links }: Picture): readonly string[] {
  const at = new Map(nodes.map(({ id }, index) => [id, index]));
  return links.map(({ from, to, kinds, units }) => `${at.get(from)}>${at.get(to)} ${kinds.join()} ${units}`);
}

const farmToShop = traceOf([
  step({ of: ['milk1', 'milk2'], bizLocation: 'farm' }),
  step({ of: ['milk1', 'milk2'], bizLocation: 'farm', eventTime: '2026-03-01T15:59:59Z', bizStep: 'packing' }),
  step({ of: ['milk2'], bizLocation: 'farm', eventTime: '2026-03-01T16:00:00Z' }),
  step({ of: ['milk1'], bizLocation: 'shop', eventTime: '2026-03-03T02:00:00Z' }),
]);

test('units at one place on one day in China are one box, with how often each kind of step was taken', () => {
  const picture = drawn(farmToShop);
  expect(told(picture)).toEqual(['farm milk 2026-03-01 2', 'farm milk 2026-03-02 1', 'shop milk 2026-03-03 1']);
  expect([...(picture.nodes[0]?.steps ?? [])]).toEqual([
    ['storing', 1],
    ['packing', 1],
  ]);
  expect(ways(picture)).toEqual(['0>2 moved 1', '0>1 moved 1']);
});

test('as wanted without the days, or by place alone', () => {
  expect(told(drawn(farmToShop, 'product'))).toEqual(['farm milk  2', 'shop milk  1']);
  const both = traceOf([step({ of: ['milk1', 'box1'], bizLocation: 'farm' })]);
  expect(told(drawn(both, 'product'))).toEqual(['farm milk  1', 'farm box  1']);
  expect(told(drawn(both, 'place'))).toEqual(['farm   2']);
});

test('a box taken apart shows its units, and the same units are tied; those beyond a hundred share one', () => {
  const [box] = drawn(farmToShop).nodes;
  const apart = drawn(farmToShop, 'day', [box?.id ?? '']);
  expect(apart.nodes.map(({ units, outOf }) => `${units} ${outOf === box?.id}`)).toEqual([
    'milk1 true',
    'milk2 true',
    'milk2 false',
    'milk1 false',
  ]);
  expect(ways(apart)).toEqual(['0>3 moved 1', '1>2 moved 1']);
  const many = traceOf([step({ of: Array.from({ length: 150 }, (_, index) => `milk${index}`) })]);
  const { nodes } = drawn(many, 'day', [drawn(many).nodes[0]?.id ?? '']);
  expect(nodes).toHaveLength(UNITS_APART_MAX + 1);
  expect(nodes.at(-1)?.units).toHaveLength(50);
});

test('what was made of two lots counts each once, though each is tied to both outputs', () => {
  const made = step({ of: ['flour1', 'flour2', 'bread1', 'bread2'], type: 'TransformationEvent' });
  const link = (from: string, to: string, quantity: number) => ({
    ...{ from, to, quantity, uom: 'KGM', kind: 'transformation' as const, eventID: made.eventID },
  });
  const links = ['bread1', 'bread2'].flatMap((to) => [link('flour1', to, 30), link('flour2', to, 12)]);
  const picture = drawn(traceOf([made], { links }));
  expect(ways(picture)).toEqual(['0>1 made 2']);
  expect([...(picture.links[0]?.amounts ?? [])]).toEqual([['KGM', 42]]);
});

test('goods go into a container and out of it again', () => {
  const until = '2026-03-02T02:00:00.000Z';
  const events = [
    step({ of: ['milk1', 'pallet1'], bizLocation: 'farm' }),
    step({ of: ['milk1', 'pallet1'], bizLocation: 'shop', eventTime: until }),
  ];
  const links = [
    { from: 'pallet1', to: 'milk1', kind: 'containment' as const, eventID: events[0]?.eventID ?? '', until },
  ];
  const picture = drawn(traceOf(events, { links }));
  expect(told(picture).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
    'farm milk',
    'farm pallet',
    'shop milk',
    'shop pallet',
  ]);
  expect(ways(picture)).toEqual(['0>2 moved 1', '1>3 moved 1', '0>1 packed 1', '3>2 packed 1']);
});

test('what is wrong is marked at the box where it is; what was declared in error ties nothing', () => {
  const recalled = step({ of: ['milk1'], bizLocation: 'shop', disposition: 'recalled' });
  const wrong = step({ of: ['milk1'], bizLocation: 'port', declaredInError: true });
  const disputed = step({ of: ['milk2'], bizLocation: 'mart', disputes: [{ subject: 'quantity' }] });
  const first = step({ of: ['milk1', 'milk2'], bizLocation: 'farm' });
  const anomaly = { kind: 'shipped-never-received' as const, code: 'milk2', eventIDs: [first.eventID], message: '' };
  const picture = drawn(traceOf([first, wrong, recalled, disputed], { anomalies: [anomaly] }));
  expect(picture.nodes.map(({ place, marks }) => `${place.code} ${marks}`)).toEqual([
    'farm broken',
    'port wrong',
    'shop recalled',
    'mart disputed',
  ]);
  expect(ways(picture)).toEqual(['0>2 moved 1', '0>3 moved 1']);
});

test('a unit that no step names stands there still; a hidden place is told by its kind and region', () => {
  const hidden = step({ of: ['milk1'], place: { kind: 'shop', region: '370124' }, hidden: ['step'] });
  delete hidden.bizStep;
  const trace = traceOf([hidden]);
  trace.units.push({ code: 'pallet9', role: 'carrier', hops: 0 });
  const { nodes } = drawn(trace);
  expect(nodes.map(({ place, isCarrier, units }) => [place.region, isCarrier, units.join()])).toEqual([
    ['370124', false, 'milk1'],
    [undefined, true, 'pallet9'],
  ]);
  expect([...(nodes[0]?.steps.keys() ?? [])]).toEqual(['']);
});

test('ten thousand boxes are drawn by place and product, or by place; more places than can be drawn are a list', () => {
  const many = (place: (index: number) => string) =>
    traceOf(
      Array.from({ length: 10_000 }, (_, index) =>
        step({
          ...{ of: [`milk${index}`], bizLocation: place(index) },
          eventTime: new Date(Date.UTC(2020, 0, 1 + (index % 1511))).toISOString(),
        }),
      ),
    );
  const byPlace = drawn(many((index) => `shop${index % 50}`));
  expect([byPlace.grain, byPlace.isCoarser, byPlace.isTooLarge, byPlace.nodes.length]).toEqual([
    ...['product', true, false, 50],
  ]);
  const places = drawn(many((index) => `shop${index}`));
  expect([places.grain, places.isTooLarge, places.nodes.length > NODES_MAX]).toEqual(['place', true, true]);
});

test('a box has the same short name in each drawing, and none is twice', () => {
  const ids = drawn(farmToShop).nodes.map(({ id }) => id);
  expect(drawn(farmToShop).nodes.map(({ id }) => id)).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[0-9a-z]{8,14}$/);
});
