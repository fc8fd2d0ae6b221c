/** Captured events a second over HTTP, beside a bare COPY of the same rows into tables of the same shape. */
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Client } from '@suyuan/api';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { Output } from '../output.ts';
import type { LocalDatabase } from '../with-database.ts';

export interface BenchSetting extends LocalDatabase {
  readonly url: string;
  readonly key: string;
  readonly client: Client;
}

const EVENTS_PER_DOCUMENT = 500;
const UNITS_PER_EVENT = 5;
const SENDERS = 4;
const TABLES = [
  ...['events.received', 'events.event', 'events.record', 'events.block', 'events.touch', 'integrity.log'],
];

export async function benchCapture(
  { client, ...database }: BenchSetting,
  events: number,
  output: Output,
): Promise<void> {
  const documents = Array.from({ length: Math.ceil(events / EVENTS_PER_DOCUMENT) }, (_, i) => documentNumber(i));
  const bytes = documents.reduce((sum, text) => sum + text.length, 0);
  const left = documents.values();
  const captureMs = await timed(async () => {
    await Promise.all(
      Array.from({ length: SENDERS }, async () => {
        for (const document of left) await client.capture(document);
      }),
    );
  });
  const total = documents.length * EVENTS_PER_DOCUMENT;
  const disk = await diskBytes(database);
  const copyMs = await timeCopy(database);
  const rate = (ms: number): number => Math.round((total / ms) * 1000);
  output.line(
    `capture over HTTP: ${rate(captureMs)} events/s (${total} events of ${UNITS_PER_EVENT} units, ${(bytes / 1e6).toFixed(0)} MB, ${SENDERS} senders)\n` +
      `bare COPY of the same rows: ${rate(copyMs)} events/s\n` +
      `ratio: ${(copyMs / captureMs).toFixed(2)}\n` +
      `disk: ${(disk / total).toFixed(0)} bytes an event, ${(disk / bytes).toFixed(2)} of the JSON`,
    {
      bench: 'capture',
      events: total,
      eventsPerSecond: rate(captureMs),
      copyEventsPerSecond: rate(copyMs),
      ratio: copyMs / captureMs,
      diskBytes: disk,
      jsonBytes: bytes,
    },
  );
}

/** What the store takes, indexes and all. */
async function diskBytes({ owner }: LocalDatabase): Promise<number> {
  const { rows } = await owner.query<{ bytes: number }>(
    `select sum(pg_total_relation_size(c.oid))::float8 as bytes from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('events', 'integrity') and c.relkind = 'r'`,
  );
  return rows[0]?.bytes ?? 0;
}

async function timed(run: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

/** The rows go to files and come back by COPY, in one transaction, into empty tables with the same indexes. */
async function timeCopy({ ctx, owner }: LocalDatabase): Promise<number> {
  const dir = mkdtempSync(join(tmpdir(), 'suyuan-copy-'));
  try {
    await ctx.read(async ({ client }) => {
      for (const table of TABLES) {
        await pipeline(client.query(copyTo(`copy ${table} to stdout`)), createWriteStream(join(dir, table)));
      }
    });
    await owner.query('create schema bench');
    for (const table of TABLES) await owner.query(`create table bench.${nameOf(table)} (like ${table} including all)`);
    const client = await owner.connect();
    const copyMs = await timed(async () => {
      await client.query('begin');
      for (const table of TABLES) {
        await pipeline(
          createReadStream(join(dir, table), { highWaterMark: CHUNK_BYTES }),
          client.query(copyFrom(`copy bench.${nameOf(table)} from stdin`)),
        );
      }
      await client.query('commit');
    });
    client.release();
    await owner.query('drop schema bench cascade');
    return copyMs;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Larger ones were no faster. */
const CHUNK_BYTES = 256 * 1024;

function nameOf(table: string): string {
  return table.slice(table.indexOf('.') + 1);
}

/** A document that nothing else equals. */
export function documentNumber(number: number): string {
  const eventList = Array.from({ length: EVENTS_PER_DOCUMENT }, (_, i) => {
    const serial = number * EVENTS_PER_DOCUMENT + i;
    return {
      type: 'ObjectEvent',
      eventID: `urn:uuid:00000000-0000-4000-8000-${serial.toString(16).padStart(12, '0')}`,
      eventTime: new Date(Date.UTC(2026, 0, 1) + serial * 1000).toISOString(),
      eventTimeZoneOffset: '+08:00',
      action: 'OBSERVE',
      bizStep: 'shipping',
      disposition: 'in_transit',
      readPoint: { id: 'urn:epc:id:sgln:0614141.00777.0' },
      bizLocation: { id: 'urn:epc:id:sgln:0614141.00888.0' },
      epcList: Array.from(
        { length: UNITS_PER_EVENT },
        (__, k) => `https://id.gs1.org/01/10614141073464/21/S${serial}-${k}`,
      ),
      bizTransactionList: [{ type: 'po', bizTransaction: `urn:epc:id:gdti:0614141.06012.${number}` }],
    };
  });
  return JSON.stringify({
    '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'],
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: '2026-01-01T00:00:00Z',
    epcisBody: { eventList },
  });
}
