/** Organisations on one server that each recorded documents of canaries, for tests that these are kept apart. */
import { get } from 'node:http';
import { pino } from 'pino';
import { expect } from 'vitest';
import { createKey } from '../../src/modules/identity/index.ts';
import { type TestServer, testServer } from '../test-server.ts';
import { canary, type Given, type Owner } from './canaries.ts';
import { documentsOf } from './private-documents.ts';

/** Two who recorded; one who has a key and recorded nothing; one without a key. */
export type Asker = Owner | 'newcomer' | 'anonymous';

export interface Request {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
}

export interface Answer {
  readonly status: number;
  /** Head and body, and what stands packed in links to further pages. */
  readonly text: string;
  readonly body: string;
}

export interface Tenants {
  readonly server: TestServer;
  readonly given: Given;
  /** Lines of the server's log so far. */
  readonly lines: readonly string[];
  ask(who: Asker, request: Request): Promise<Answer>;
  /** Asks, and leaves once another has been answered: by then the server is at work, for nobody. */
  leave(who: Asker, path: string): Promise<void>;
  close(): Promise<void>;
}

const CODES: Readonly<Record<Owner, string>> = {
  A: 'urn:epc:id:pgln:0614141.00001',
  B: 'urn:epc:id:pgln:0614141.00002',
};

export async function tenants(options: Parameters<typeof testServer>[0] = {}): Promise<Tenants> {
  const lines: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) });
  const server = await testServer({ ...options, log });
  const { db } = server.database;
  const keys: Partial<Record<Asker, string>> = {
    A: await createKey(db, { role: 'admin', org: CODES.A }),
    B: await createKey(db, { role: 'admin', org: CODES.B }),
    newcomer: await createKey(db, { role: 'admin', org: 'urn:epc:id:pgln:0614141.00003' }),
  };
  const ask = async (who: Asker, { method = 'GET', path, headers = {}, body }: Request): Promise<Answer> => {
    const key = keys[who];
    const all = { ...(key === undefined ? {} : { authorization: `Bearer ${key}` }), ...headers };
    const response = await fetch(server.url + path, {
      method,
      headers: all,
      redirect: 'manual',
      ...(body && { body }),
    });
    const received = await response.text();
    const head = [...response.headers].map((header) => header.join(': ')).join('\n');
    const tokens = [...head.matchAll(/nextPageToken=([\w-]+)/g)].map(([, token = '']) => fromBase64(token));
    return { status: response.status, body: received, text: [head, ...tokens, received].join('\n') };
  };
  const leave = async (who: Asker, path: string): Promise<void> => {
    const key = keys[who];
    const headers = key === undefined ? {} : { authorization: `Bearer ${key}` };
    const leaving = get(server.url + path, { agent: false, headers }).on('error', () => {});
    await ask('anonymous', { path: '/healthz' });
    leaving.destroy();
  };
  const given = { A: await record('A'), B: await record('B') };
  return { server, given, lines, ask, leave, close: () => server.close() };

  async function record(owner: Owner): Promise<Map<string, string[]>> {
    const jobs: string[] = [];
    for (const { path, body, type } of documentsOf(owner)) {
      const { status, text } = await ask(owner, { method: 'POST', path, body, headers: { 'content-type': type } });
      expect([202, 201], text).toContain(status);
      const [, job] = /location: \/epcis\/capture\/(.*)/.exec(text) ?? [];
      if (job !== undefined) jobs.push(job);
    }
    return new Map([...(await idsOf(owner)), ['job', jobs]]);
  }

  /** What the server itself calls an owner and its keys, the name that an administrator gave it, and hash IDs of events. */
  async function idsOf(owner: Owner): Promise<Map<string, string[]>> {
    const code = `https://id.gs1.org/417/06141410000${owner === 'A' ? '12' : '29'}`;
    await db.query('update identity.organisation set name = $2 where code = $1', [
      code,
      canary(owner, 'organisationName'),
    ]);
    const { rows } = await db.query<{ id: string; key: string }>(
      'select o.id, k.id as key from identity.organisation o join identity.api_key k on k.org_no = o.no where o.code = $1',
      [code],
    );
    expect(rows).toHaveLength(1);
    const hashes = await db.query<{ id: string }>(
      `select e.id from events.event e join events.record r on r.event_id = e.id
       join identity.organisation o on o.no = r.org_no where o.code = $1`,
      [code],
    );
    return new Map([
      ['organisationId', rows.map((row) => row.id)],
      ['keyId', rows.map((row) => row.key)],
      ['rowId', hashes.rows.map((row) => row.id)],
    ]);
  }
}

const fromBase64 = (token: string): string => Buffer.from(token, 'base64url').toString('latin1');
