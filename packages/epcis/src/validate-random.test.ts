import fc from 'fast-check';
import Value from 'typebox/value';
import { describe, expect, test } from 'vitest';
import { growth, LINEAR_MAX } from '../../../tools/growth.fixture.ts';
import { anEvent, CLASS, EPC } from './document.fixture.ts';
import { EVENT_TYPES, type Finding } from './model.ts';
import { EVENT_SCHEMAS } from './schema/events.ts';
import { validateEnvelope, validateEvent } from './validate.ts';

const findingsOf = (event: unknown): Finding[] => validateEvent(event, { eventIndex: 4, pointer: '/e/4' });
/** Rule and pointer of each finding. */
const faultsOf = (event: unknown): string[] =>
  findingsOf(event).map(({ rule, pointer }) => `${rule} ${pointer.replace(/^\/e\/4/, '')}`);

const quantity = { epcClass: CLASS, quantity: 1, uom: 'KGM' };

/** Events of a type with some members replaced, moved in from elsewhere, or taken away. */
const damagedEvent = (): fc.Arbitrary<unknown> => {
  const names = [...new Set(EVENT_TYPES.flatMap((type) => Object.keys(EVENT_SCHEMAS[type].properties)))];
  const time = fc.constantFrom(
    '2026-02-30T00:00:00Z',
    '2024-02-29T23:59:60+08:00',
    '0000-01-01T00:00:00Z',
    '0001-01-01T00:00:00+14:00',
    '9999-12-31T23:59:60Z',
    '2026-01-01',
  );
  const text = fc.oneof(fc.string(), time, fc.constantFrom(EPC, 'shipping', 'po', 'ADD', '+08:00', 'KGM', 'Mass'));
  const inner = fc.constantFrom(
    'id',
    'type',
    'source',
    'epcClass',
    'quantity',
    'uom',
    'set',
    'sensorReport',
    'ex:a',
    'value',
  );
  const value = fc.letrec<{ any: unknown }>((tie) => ({
    any: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      text,
      fc.oneof(fc.double(), fc.boolean(), fc.constant(null)),
      fc.array(tie('any'), { maxLength: 2 }),
      fc.dictionary(inner, tie('any'), { maxKeys: 3, noNullPrototype: true }),
    ),
  })).any;
  const name = fc.oneof(fc.constantFrom(...names), fc.string(), fc.constant('ex:a'));
  const changes = fc.dictionary(name, fc.option(value, { nil: undefined, freq: 4 }), {
    maxKeys: 4,
    noNullPrototype: true,
  });
  return fc
    .tuple(fc.constantFrom(...EVENT_TYPES), changes)
    .map(([type, members]) => anEvent(type, { ...members, type }));
};

describe('on random events', () => {
  test('the schema says no exactly when there is a finding for it', () => {
    fc.assert(
      fc.property(damagedEvent(), (event) => {
        const type = EVENT_TYPES.find((known) => known === Reflect.get(Object(event), 'type')) ?? 'ObjectEvent';
        const isSound = Value.Check(EVENT_SCHEMAS[type], event);
        const found = faultsOf(event).filter((fault) => !WHOLE_EVENT_RULES.test(fault));
        expect(found.length === 0).toBe(isSound);
      }),
      { numRuns: 2000 },
    );
  });

  test('every finding points to what is there, or to what is missing beside it', () => {
    fc.assert(
      fc.property(damagedEvent(), (event) => {
        for (const { pointer, value } of validateEvent(event, { pointer: '' })) {
          expect(exists(event, pointer)).toBe(value !== undefined || pointer === '');
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('whatever is not an event gets a finding, and nothing is thrown', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (value) => {
        expect(validateEvent(value, { pointer: '' }).length).toBeGreaterThan(0);
        expect(validateEnvelope(value).length).toBeGreaterThan(0);
      }),
    );
  });
});

/** Rules that no schema of one member can say. */
const WHOLE_EVENT_RULES =
  /^event\.(units-required|parent-required|children-required|transformation-units|ilmd-action|repeated) /;

function exists(event: unknown, pointer: string): boolean {
  let at: unknown = event;
  for (const token of pointer.split('/').slice(1)) {
    const name = token.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return false;
    at = Reflect.get(at, name);
  }
  return true;
}

describe('sizes', () => {
  const epcs = (count: number): string[] => Array.from({ length: count }, (_, index) => `urn:x:${index}`);

  test('100,000 EPCs are read, one more is not', () => {
    expect(faultsOf(anEvent('ObjectEvent', { epcList: epcs(100_000) }))).toEqual([]);
    expect(faultsOf(anEvent('ObjectEvent', { epcList: epcs(100_001) }))).toEqual(['event.too-many-epcs /epcList']);
  });

  test('they are counted over all lists, quantities too', () => {
    const members = { inputEPCList: epcs(60_000), inputQuantityList: Array(40_001).fill(quantity) };
    const [found] = findingsOf(anEvent('TransformationEvent', members));
    expect(found).toMatchObject({ rule: 'event.too-many-epcs', pointer: '/e/4/inputEPCList' });
    expect(found?.message.en).toContain('100002');
  });

  test('a million EPCs are refused without being looked at', () => {
    const epcList = Array(1_000_000).fill('no URI');
    expect(findingsOf(anEvent('ObjectEvent', { epcList }))).toHaveLength(1);
    const judge = (size: number): void => {
      findingsOf(anEvent('ObjectEvent', { epcList: epcList.slice(0, size) }));
    };
    expect(growth(judge, 250_000)).toBeLessThan(LINEAR_MAX);
  });

  test('a hundred findings are enough', () => {
    expect(findingsOf(anEvent('ObjectEvent', { epcList: epcs(100_000).map(() => 'no URI') })).length).toBeLessThan(120);
  });

  test('a text of a megabyte is judged in one pass', () => {
    for (const filler of ['x', '%20', '/', '[', '@', ':', '批', '0', '-']) {
      const judge = (size: number): void => {
        const long = filler.repeat(size);
        const members = {
          eventID: `urn:${long}`,
          eventTime: `2026-03-05T08:30:00.${long}`,
          bizStep: long,
          [`ex:${long} `]: 1,
          eventTimeZoneOffset: long,
          recordTime: long,
          readPoint: { id: `http://${long}` },
        };
        findingsOf(anEvent('ObjectEvent', members));
      };
      expect(growth(judge, 50_000), filler).toBeLessThan(LINEAR_MAX);
    }
  });
});
