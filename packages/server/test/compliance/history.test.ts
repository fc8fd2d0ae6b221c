/** What was recorded of units, as rules are given it: each event once, in order, and what is void not at all. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readHistory, readingOnce } from '../../src/modules/compliance/history.ts';
import type { EventJson } from '../documents.ts';
import { harvest, sale, spraying } from './farm.fixture.ts';
import { type JudgedServer, judgedServer } from './judged.fixture.ts';

let own: JudgedServer;
beforeAll(async () => {
  own = await judgedServer({ categories: [] });
});
afterAll(() => own.close());

const lot = (name: string): string => `https://id.gs1.org/01/06901234567892/10/${name}`;

test('an event that names several units is in the life of each once, also where it leads to what one was made of', async () => {
  const wrong = spraying('F1', '05-01T07:00', { eventID: 'urn:uuid:00000000-0000-4000-8000-0000000000f1' });
  await own.capture([
    ...[sale('B1', '06-10T08:00'), harvest('F1', 'B1', '06-03T06:00'), spraying('F1', '06-01T07:00'), wrong],
    { ...wrong, errorDeclaration: { declarationTime: '2026-05-02T00:00:00Z', reason: 'incorrect_data' } },
  ]);
  // More units than one statement asks for, all of one event.
  const pallet: EventJson = {
    ...{
      type: 'AggregationEvent',
      action: 'ADD',
      bizStep: 'packing',
      parentID: 'https://id.gs1.org/00/106141412345678908',
    },
    ...{ eventTime: '2026-06-11T08:00:00+08:00', eventTimeZoneOffset: '+08:00' },
    childEPCs: Array.from({ length: 450 }, (_, i) => `https://id.gs1.org/01/10614141073464/21/P${i}`),
  };
  await own.capture([pallet]);
  const { ctx } = own.server.database;
  const of = (codes: readonly string[]) =>
    ctx.read((tx) => {
      const units = codes.map((code) => ({ code, role: 'object' as const, isClass: true }));
      const sold = { type: 'ObjectEvent', eventTimeMs: 0, eventTimeZoneOffset: '+08:00', units } as const;
      return readHistory(readingOnce(tx), [{ ...sold, sources: [], destinations: [], bizTransactions: [] }]);
    });
  const history = await of([lot('B1')]);
  const steps = (code: string): string[] => history.of(code).map(({ bizStep = '' }) => bizStep.replace(/.*-/, ''));
  expect(steps(lot('B1'))).toEqual(['commissioning', 'shipping']);
  expect(steps(lot('F1'))).toEqual(['other', 'commissioning']);
  const children = Array.from({ length: 450 }, (_, i) => `https://id.gs1.org/01/10614141073464/21/P${i}`);
  const many = await of(children);
  expect(children.map((code) => many.of(code).length)).toEqual(children.map(() => 1));
});
