/** Events of two organisations that no eventID tells apart, and declarations that name content. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentOf, type EventJson, objectEvent } from './documents.ts';
import { type Party, rowsOf, type TwoParties, twoParties } from './two-parties.ts';

let two: TwoParties;
beforeAll(async () => {
  two = await twoParties();
});
afterAll(() => two.server.close());

const DECLARED = { errorDeclaration: { declarationTime: '2026-03-01T00:00:00Z' } };
const ofSerial = (serial: string): string => `https://id.gs1.org/01/10614141073464/21/${serial}`;
const ofLot = (serial: string): string => `https://id.gs1.org/01/10614141073464/10/L1/21/${serial}`;

async function statusOf(party: Party, event: EventJson): Promise<number> {
  return (await two.ask(party, '/epcis/capture', { body: documentOf([event]) })).status;
}

/** The events of a code, each with what has become of it. */
async function fatesOf(code: string): Promise<Record<string, string>> {
  const trace = await (await two.ask('B', `/v1/trace?code=${encodeURIComponent(code)}`)).json();
  return Object.fromEntries(
    trace.events.map(({ eventID, declaredInError, disputed }: Record<string, unknown>) => [
      eventID,
      declaredInError === true ? 'void' : disputed === true ? 'disputed' : 'stands',
    ]),
  );
}

test('two that hash alike and differ are kept of two, refused of one, and declared apart', async () => {
  // The CBV hash leaves out the lot of an instance.
  const one = objectEvent({ epcList: [ofSerial('ALIKE')] });
  const other = { ...one, epcList: [ofLot('ALIKE')] };
  expect([await statusOf('A', one), await statusOf('B', other)]).toEqual([202, 202]);
  expect([await statusOf('A', other), await statusOf('B', one)]).toEqual([409, 409]);
  const [id = ''] = Object.keys(await fatesOf(ofLot('ALIKE')));
  // The hash of what is not wholly open is not told.
  const [ofOther = ''] = Object.keys(await fatesOf(ofSerial('ALIKE')));
  expect([id.slice(0, 14), ofOther.slice(0, 18)]).toEqual(['ni:///sha-256;', 'urn:suyuan:record:']);
  expect(await rowsOf(two, id)).toEqual({ events: 2, records: 2 });

  expect(await statusOf('B', { ...other, ...DECLARED })).toBe(202);
  expect(await fatesOf(ofSerial('ALIKE'))).toEqual({ [ofOther]: 'stands' });
  expect(await fatesOf(ofLot('ALIKE'))).toEqual({ [id]: 'void' });
});

test('a declaration without eventID is of every event that says the same, of each as far as its recorders declare', async () => {
  const event = objectEvent({ epcList: [ofSerial('SAME')] });
  const [ofA, ofB, ofBoth] = ['urn:uuid:a', 'urn:uuid:b', 'urn:uuid:c'].map((start) => start.padEnd(45, '0'));
  for (const [party, eventID] of [
    ['A', ofA],
    ['B', ofB],
    ['A', ofBoth],
    ['B', ofBoth],
  ] as const)
    expect(await statusOf(party, { ...event, eventID })).toBe(202);
  expect(await statusOf('A', { ...event, ...DECLARED })).toBe(202);
  expect(await fatesOf(ofSerial('SAME'))).toMatchObject({
    [`${ofA}`]: 'void',
    [`${ofB}`]: 'disputed',
    [`${ofBoth}`]: 'disputed',
  });
  expect(await statusOf('B', { ...event, ...DECLARED })).toBe(202);
  expect(await fatesOf(ofSerial('SAME'))).toMatchObject({
    [`${ofA}`]: 'void',
    [`${ofB}`]: 'void',
    [`${ofBoth}`]: 'void',
  });
});
