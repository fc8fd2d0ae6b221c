/** What the documents mean, by a small walk of their own: one pass over sorted events, no index, no tracer. */
import { describe, expect, test } from 'vitest';
import type { EpcisEvent, QuantityElement } from './event-builders.ts';
import { demoDocuments, demoFindings, demoHighlights } from './index.ts';
import { key } from './spelling.fixture.ts';

interface Seen {
  readonly event: EpcisEvent;
  readonly timeMs: number;
}

const ALL = [...demoDocuments({ scale: 2 })].flatMap(({ document }) => document.epcisBody.eventList);
const DECLARED = new Set(ALL.filter((event) => event.errorDeclaration !== undefined).map(({ eventID }) => eventID));
const EVENTS: Seen[] = ALL.filter(({ eventID }) => eventID === undefined || !DECLARED.has(eventID))
  .map((event) => ({ event, timeMs: Date.parse(event.eventTime) }))
  .sort((a, b) => a.timeMs - b.timeMs);

const keys = (list: readonly string[] = []): string[] => list.map(key);
const lots = (list: readonly QuantityElement[] = []): string[] => list.map(({ epcClass }) => key(epcClass));
const objects = (event: EpcisEvent): string[] => [...keys(event.epcList), ...lots(event.quantityList)];
const children = (event: EpcisEvent): string[] => [...keys(event.childEPCs), ...lots(event.childQuantityList)];
const inputs = (event: EpcisEvent): string[] => [...keys(event.inputEPCList), ...lots(event.inputQuantityList)];
const outputs = (event: EpcisEvent): string[] => [...keys(event.outputEPCList), ...lots(event.outputQuantityList)];
const made = (event: EpcisEvent): string[] =>
  event.type === 'TransformationEvent'
    ? outputs(event)
    : event.type === 'ObjectEvent' && event.action === 'ADD'
      ? objects(event)
      : [];

function downstream(start: string): Set<string> {
  const reached = new Set([start]);
  for (const { event } of EVENTS) {
    if (inputs(event).some((input) => reached.has(input))) for (const output of outputs(event)) reached.add(output);
  }
  return reached;
}

function upstream(starts: readonly string[]): Set<string> {
  const reached = new Set(starts);
  for (const { event } of EVENTS.toReversed()) {
    if (outputs(event).some((output) => reached.has(output))) for (const input of inputs(event)) reached.add(input);
  }
  return reached;
}

const GIVING_AWAY: ReadonlySet<string | undefined> = new Set(['shipping', 'dispensing', 'retail_selling']);

const highlight = (name: string): string =>
  key(demoHighlights({ scale: 1 }).find(({ key: k }) => k === name)?.code ?? '');

describe('infant formula', () => {
  const recalled = EVENTS.filter(({ event }) => event.persistentDisposition?.set.includes('recalled') === true);
  const noticed = new Set(
    EVENTS.flatMap(({ event }) =>
      keys(event.outputEPCList).filter((can) =>
        recalled.some(({ event: notice }) =>
          lots(notice.quantityList).includes(can.replace(/\/21\/.*$/, `/10/${event.ilmd?.['cbvmda:lotNumber']}`)),
        ),
      ),
    ),
  );

  test('the bad powder reaches the recalled cans and no others', () => {
    const reached = [...downstream(highlight('bad-powder'))].filter((unit) => unit.includes('/21/'));
    expect(recalled.flatMap(({ event }) => lots(event.quantityList))).toHaveLength(3);
    expect(recalled.flatMap(({ event }) => keys(event.epcList))).toEqual([]);
    expect(new Set(reached)).toEqual(noticed);
    expect(reached.length).toBe(3 * 96);
    const cans = EVENTS.filter(({ event }) => event.type === 'TransformationEvent').flatMap(({ event }) =>
      keys(event.outputEPCList),
    );
    expect(cans.length).toBe(2 * 14 * 96);
  });

  test('would reach a fourth lot if the erroneous blending record were believed', () => {
    const mistaken = ALL.find((event) => event.errorDeclaration !== undefined);
    if (mistaken === undefined) throw new Error('no declaration');
    expect(inputs(mistaken)).toContain(highlight('bad-powder'));
    expect(outputs(mistaken).some((bulk) => downstream(highlight('bad-powder')).has(bulk))).toBe(false);
  });

  test('a can comes from farms of both stations, whey with customs papers, and three more ingredients', () => {
    const sources = upstream([highlight('can')]);
    const farms = new Set([...sources].filter((unit) => unit.includes('/10/R26')).map((unit) => unit.split('/')[1]));
    expect(farms.size).toBe(6);
    const cleared = EVENTS.filter(({ event }) =>
      JSON.stringify(event.bizTransactionList ?? '').includes('btt-customs-declaration'),
    );
    expect(cleared.some(({ event }) => objects(event).some((unit) => sources.has(unit)))).toBe(true);
    for (const letter of ['L', 'O', 'P'])
      expect([...sources].some((unit) => unit.includes(`/10/${letter}2606`))).toBe(true);
  });

  test('no can is sold or packed after it was recalled, and what came back was destroyed', () => {
    const since = recalled[0]?.timeMs ?? 0;
    const after = EVENTS.filter(({ event, timeMs }) => timeMs > since && event.bizStep === 'retail_selling');
    expect(after.flatMap(({ event }) => keys(event.epcList)).filter((can) => noticed.has(can))).toEqual([]);
    const destroyed = EVENTS.filter(({ event }) => event.disposition === 'destroyed').flatMap(({ event }) =>
      keys(event.epcList),
    );
    const returned = EVENTS.filter(({ event }) => event.disposition === 'returned').flatMap(({ event }) =>
      keys(event.epcList),
    );
    expect(new Set(destroyed)).toEqual(new Set(returned));
    // A pallet of eight cases was never sent to a store.
    expect(destroyed.length).toBe(96 - 8 * 2);
  });

  test('a tanker is filled and emptied many times, never twice at once', () => {
    const trips = new Map<string, string[]>();
    for (const { event } of EVENTS) {
      if (!event.parentID?.includes(':grai:')) continue;
      trips.set(event.parentID, [...(trips.get(event.parentID) ?? []), event.action ?? '']);
    }
    expect(trips.size).toBe(2 * 2 * 4);
    for (const actions of trips.values()) expect(actions.join()).toBe(Array(14).fill('ADD,DELETE').join());
  });
});

describe('outbreak', () => {
  const reports = EVENTS.filter(({ event }) => event['suyuan:illnessReports'] !== undefined);
  const confirmed = reports.filter(({ event }) =>
    JSON.stringify(event['suyuan:illnessReports']).includes('"suyuan:confirmed":true'),
  );

  test('every confirmed cluster goes back to the seed lot, and only its seed lots are common to all', () => {
    expect(confirmed.length).toBeGreaterThanOrEqual(12);
    const [first, ...others] = confirmed.map(({ event }) => upstream(objects(event)));
    const common = [...(first ?? [])].filter((unit) => others.every((sources) => sources.has(unit)));
    expect(common).toEqual([highlight('seed-lot')]);
  });

  test('every confirmed cluster ate what the seed lot reaches, by way of farm, salad factory or packet', () => {
    const reached = downstream(highlight('seed-lot'));
    const ways = new Set(
      confirmed
        .flatMap(({ event }) => objects(event).filter((unit) => reached.has(unit)))
        .map((unit) => unit.slice(0, 15)),
    );
    expect(ways.size).toBeGreaterThanOrEqual(3);
    for (const { event } of confirmed) expect(objects(event).some((unit) => reached.has(unit))).toBe(true);
  });

  test('the other reports and most restaurants never had food of the seed lot', () => {
    const reached = downstream(highlight('seed-lot'));
    const stray = reports.filter((report) => !confirmed.includes(report));
    expect(stray).toHaveLength(2);
    for (const { event } of stray) expect(objects(event).some((unit) => reached.has(unit))).toBe(false);
    expect(reached.has(highlight('innocent-lot'))).toBe(false);
    const meals = EVENTS.filter(({ event }) => event.disposition === 'dispensed');
    const exposed = meals.filter(({ event }) => objects(event).some((unit) => reached.has(unit)));
    expect(exposed.length / meals.length).toBeLessThan(0.25);
  });
});

describe('no finding but the planted ones', () => {
  test('everything is made once, before anything else happens to it', () => {
    const known = new Set<string>();
    for (const { event } of EVENTS) {
      for (const unit of made(event)) {
        expect(known.has(unit), unit).toBe(false);
        known.add(unit);
      }
      // A lot of cans is made with its cans, whose ILMD names it.
      for (const can of keys(event.outputEPCList))
        known.add(can.replace(/\/21\/.*$/, `/10/${event.ilmd?.['cbvmda:lotNumber']}`));
      const parent = event.parentID === undefined ? [] : [key(event.parentID)];
      for (const unit of [...objects(event), ...children(event), ...inputs(event), ...parent])
        expect(known.has(unit), unit).toBe(true);
    }
  });

  test('everything shipped is received later by the same party, but for the lost case', () => {
    const onTheWay = new Map<string, number>();
    for (const { event } of EVENTS) {
      if (event.bizStep !== 'shipping' && event.bizStep !== 'receiving') continue;
      const route = [event.sourceList?.[0]?.source ?? '', event.destinationList?.[0]?.destination ?? '']
        .map(key)
        .join();
      const goods = [
        ...keys(event.epcList),
        ...(event.quantityList ?? []).map((q) => `${key(q.epcClass)} ${q.quantity}`),
      ];
      for (const unit of goods) {
        const count = (onTheWay.get(`${route} ${unit}`) ?? 0) + (event.bizStep === 'shipping' ? 1 : -1);
        expect(count, unit).toBeGreaterThanOrEqual(0);
        onTheWay.set(`${route} ${unit}`, count);
      }
    }
    const lost = [...onTheWay].filter(([, count]) => count > 0).map(([text]) => text.split(' ')[1]);
    const planted = demoFindings({ scale: 1 }).find(({ kind }) => kind === 'shipped-not-received');
    expect(lost).toEqual([key(planted?.code ?? '')]);
  });

  test('nothing is in two containers at once, nor taken from one that it is not in', () => {
    const held = new Map<string, string>();
    for (const { event } of EVENTS) {
      if (event.parentID === undefined) continue;
      // Only things by instance: the two pallets of one powder lot hold some of the lot each.
      for (const child of keys(event.childEPCs)) {
        expect(held.get(child), child).toBe(event.action === 'ADD' ? undefined : key(event.parentID));
        if (event.action === 'ADD') held.set(child, key(event.parentID));
        else held.delete(child);
      }
    }
  });

  test('nobody hands on or uses more of a lot than there is', () => {
    const stock = new Map<string, number>();
    const change = (holder: string, list: readonly QuantityElement[] = [], sign = 1): void => {
      for (const { epcClass, quantity = 0 } of list) {
        const left = (stock.get(`${holder} ${key(epcClass)}`) ?? 0) + sign * quantity;
        expect(left, `${holder} ${epcClass}`).toBeGreaterThanOrEqual(0);
        stock.set(`${holder} ${key(epcClass)}`, left);
      }
    };
    for (const { event } of EVENTS) {
      const at = key(event.readPoint?.id ?? '');
      if (event.type === 'TransformationEvent') {
        change(at, event.inputQuantityList, -1);
        change(at, event.outputQuantityList);
      } else if (event.type === 'ObjectEvent') {
        if (event.action === 'ADD') change(at, event.quantityList);
        else if (GIVING_AWAY.has(event.bizStep)) change(at, event.quantityList, -1);
        else if (event.bizStep === 'receiving') change(at, event.quantityList);
        // A tanker's load is shipped by its lot; a pallet's is shipped by the pallet, so it leaves the lot's stock here.
      } else if (event.bizStep === 'packing') change(at, event.childQuantityList, -1);
      else if (event.bizStep === 'unpacking') change(at, event.childQuantityList);
    }
    expect(stock.size).toBeGreaterThan(500);
  });

  test('a transformation gives no more kilograms than it takes', () => {
    const kilograms = (list: readonly QuantityElement[] = []): number =>
      list.filter(({ uom }) => uom === 'KGM').reduce((sum, { quantity = 0 }) => sum + quantity, 0);
    for (const { event } of EVENTS) {
      if (event.type === 'TransformationEvent')
        expect(kilograms(event.outputQuantityList)).toBeLessThanOrEqual(kilograms(event.inputQuantityList));
    }
  });
});
