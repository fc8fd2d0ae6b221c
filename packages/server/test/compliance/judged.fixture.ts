/** An organisation whose records are judged as they come. */
import { expect } from 'vitest';
import { keepJudging } from '../../src/modules/compliance/index.ts';
import { openShelf } from '../../src/modules/standards/index.ts';
import { type Clock, systemClock } from '../../src/platform/clock/index.ts';
import { documentOf, type EventJson } from '../documents.ts';
import { type TestServer, testServer } from '../test-server.ts';

export interface JudgedServer {
  readonly server: TestServer;
  capture(events: readonly EventJson[]): Promise<{ readonly status: number; readonly body: Body }>;
  ask(path: string): Promise<Body>;
  /** Waits until nothing waits to be judged. */
  settle(): Promise<void>;
  /** All that is derived, in an order. */
  derived(): Promise<unknown>;
  /** Nothing more is judged here. */
  stopJudging(): Promise<void>;
  close(): Promise<void>;
}
// biome-ignore lint/suspicious/noExplicitAny: answers are looked into by tests
type Body = any;

/** @param given what it deals in, and the time that it is */
export async function judgedServer({
  categories,
  clock = systemClock,
}: {
  readonly categories: readonly string[];
  readonly clock?: Clock;
}): Promise<JudgedServer> {
  const server = await testServer({ clock });
  const { db, ctx } = server.database;
  await db.query('update identity.organisation set categories = $1, kind = $2, name = $3 where no = 1', [
    categories,
    'enterprise',
    '东山合作社',
  ]);
  const judging = keepJudging({ ctx, packs: openShelf(ctx).packs, resting: () => 0 });
  const headers = {
    ...{ authorization: `Bearer ${server.key}`, 'content-type': 'application/json', 'accept-language': 'zh' },
  };
  const ask = async (path: string): Promise<Body> => (await fetch(server.url + path, { headers })).json();
  return {
    server,
    ask,
    async capture(events) {
      const body = documentOf(events, {
        '@context': [CONTEXT, PREFIXES],
      });
      const response = await fetch(`${server.url}/epcis/capture`, { method: 'POST', body, headers });
      const text = await response.text();
      return { status: response.status, body: text === '' ? {} : JSON.parse(text) };
    },
    async settle() {
      await expect
        .poll(async () => {
          const { rows } = await db.query<{ isDone: boolean }>(
            `select not exists (select from compliance.due) and not exists (select from compliance.due_code)
               and (select coalesce(max(first_position + octet_length(leaves) / 32), 0) from integrity.log)
                 = coalesce((select position from integrity.reader where name = 'compliance'), 0) as "isDone"`,
          );
          return rows[0]?.isDone;
        })
        .toBe(true);
    },
    async derived() {
      const tables: Record<string, unknown> = {};
      for (const table of ['judged', 'finding', 'movement', 'clock']) {
        const { rows } = await db.query<{ row: string }>(
          `select to_jsonb(t)::text as row from compliance.${table} t order by 1`,
        );
        tables[table] = rows.map(({ row }) => row);
      }
      return tables;
    },
    stopJudging: () => judging.close(),
    async close() {
      await judging.close();
      await server.close();
    },
  };
}

const CONTEXT = 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld';
/** Whatever they are of: packs go by the names alone. */
const PREFIXES = {
  agri: 'https://example.com/agri/',
  lift: 'https://example.com/lift/',
  // Those of the examples of the packs.
  ex: 'https://example.org/ns/',
  example: 'https://example.org/special-equipment/',
};
