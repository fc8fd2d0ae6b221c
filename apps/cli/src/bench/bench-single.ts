/** Events that come one by one from many clients, beside commits of one row of the same bytes from as many. */

import type { Output } from '../output.ts';
import type { BenchSetting } from './bench-capture.ts';

const CLIENTS = 32;
const EVENTS = 4_000;

export async function benchSingle({ url, key, owner }: BenchSetting, output: Output): Promise<void> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const captured = await timed(async (number) => {
    const response = await fetch(`${url}/epcis/events`, { method: 'POST', headers, body: eventNumber(number) });
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`an event was refused: ${response.status}`);
  });
  await owner.query('create schema bench');
  await owner.query('create table bench.row (id int primary key, body text not null)');
  const committed = await timed(async (number) => {
    await owner.query('insert into bench.row values ($1, $2)', [number, eventNumber(number)]);
  });
  await owner.query('drop schema bench cascade');
  const rate = (ms: number): number => Math.round((EVENTS / ms) * 1000);
  output.line(
    `single events: ${rate(captured)} events/s (${EVENTS} events, ${CLIENTS} clients)\n` +
      `commits of one row: ${rate(committed)} rows/s\n` +
      `ratio: ${(committed / captured).toFixed(2)}`,
    { bench: 'single', eventsPerSecond: rate(captured), rowsPerSecond: rate(committed), ratio: committed / captured },
  );
}

/** Milliseconds that it takes to do all of them, as many at once as there are clients. */
async function timed(run: (number: number) => Promise<void>): Promise<number> {
  const left = Array.from({ length: EVENTS }, (_, i) => i).values();
  const start = performance.now();
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      for (const number of left) await run(number);
    }),
  );
  return performance.now() - start;
}

function eventNumber(number: number): string {
  return JSON.stringify({
    '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'],
    type: 'ObjectEvent',
    eventTime: new Date(Date.UTC(2026, 5, 1) + number * 1000).toISOString(),
    eventTimeZoneOffset: '+08:00',
    action: 'OBSERVE',
    bizStep: 'shipping',
    readPoint: { id: 'urn:epc:id:sgln:0614141.00777.0' },
    epcList: [`https://id.gs1.org/01/10614141073464/21/ONE${number}`],
  });
}
