/** A small store with one of everything: two organisations, an event of both, jobs of each kind, blocks that wait for the log. */
import { createClient } from '@suyuan/api';
import { vi } from 'vitest';
import { reindex } from '../../src/modules/events/index.ts';
import { createKey } from '../../src/modules/identity/index.ts';
import type { Tx } from '../../src/platform/db/index.ts';
import { type Browser, browser, firstOwner } from '../account/browser.ts';
import { bareEvent, documentOf, objectEvent } from '../documents.ts';
import { fillStore } from '../old-store/fill.ts';
import { type TestServer, testServer } from '../test-server.ts';

export interface FilledStore {
  /** Runs in a transaction of which nothing is kept. */
  inside(run: (tx: Tx) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

const OTHER_PARTY = 'urn:epc:id:pgln:0614141.00000';
const LIFT = {
  type: 'urn:suyuan:vtype:Equipment',
  vocabularyElementList: [
    {
      id: 'urn:example:lift:7',
      attributes: [
        { id: 'urn:suyuan:identifier:cn-elevator', attribute: '310042' },
        { id: 'urn:suyuan:identifier:maker-number', attribute: 'nx 7' },
      ],
    },
  ],
};
const IDLE_PARTY = 'urn:epc:id:pgln:0614141.00001';

export async function filledStore(): Promise<FilledStore> {
  const server = await testServer();
  const { db } = server.database;
  await fillStore(server);
  const other = createClient({ url: server.url, key: await createKey(db, { role: 'capture', org: OTHER_PARTY }) });
  await createKey(db, { role: 'capture', org: IDLE_PARTY });
  const shared = objectEvent({ eventID: 'urn:uuid:00000000-0000-4000-8000-00000000a001' });
  const declared = { ...shared, errorDeclaration: { declarationTime: '2026-06-01T00:00:00Z' } };
  const document = documentOf([shared, objectEvent()]);
  await server.client.capture(document);
  await server.client.capture(documentOf([], { epcisHeader: { epcisMasterData: { vocabularyList: [LIFT] } } }));
  await other.capture(document);
  await other.capture(documentOf([declared, objectEvent()]));
  // Known already, so that its context is all that is kept of it.
  await server.client.capture(
    documentOf([shared], { '@context': [...contextOf(document), { more: 'https://example.org/more/' }] }),
  );
  for (let n = 0; n < 4; n += 1) {
    const answer = await fetch(`${server.url}/epcis/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${server.key}` },
      body: bareEvent(objectEvent()),
    });
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  }
  // What happened: a person came, and recorded something by itself.
  const page = await firstOwner(server);
  const recorded = await page.ask('POST', '/epcis/events', JSON.parse(bareEvent(objectEvent())));
  if (recorded.status !== 201) throw new Error(`${recorded.status} ${JSON.stringify(recorded.body)}`);
  await countersigned(server, page);
  await reindex(server.database.ctx, server.database.owner);
  // What happened goes into the log at the sequencer's own pace, which a transaction that is open would see half of.
  await vi.waitFor(
    async () => {
      const { rows } = await db.query('select from integrity.pending');
      if (rows.length > 0) throw new Error(`${rows.length} blocks wait for the log`);
    },
    { timeout: 30_000 },
  );
  return {
    async inside(run) {
      const client = await db.pool.connect();
      try {
        await client.query("begin; set local time zone 'UTC'");
        const tx: Tx = {
          client,
          query: (text, values) => client.query(text, values === undefined ? undefined : [...values]),
        };
        await waitAgain(tx);
        await run(tx);
      } finally {
        await client.query('rollback');
        client.release();
      }
    },
    close: () => server.close(),
  };
}

/** A record of the first organisation that a person of another one confirms. */
async function countersigned(server: TestServer, page: Browser): Promise<void> {
  const eventID = 'urn:uuid:00000000-0000-4000-8000-00000000a002';
  await page.ask('POST', '/epcis/events', JSON.parse(bareEvent(objectEvent({ eventID }))));
  const other = { name: '大厦物业', kind: 'enterprise', owner: '孙经理' };
  const made = await page.ask('POST', '/v1/operator/organisations', other);
  const person = { name: '孙经理', loginName: 'building.manager', password: '九月的电梯安静地走' };
  const token = made.body.url.split('#')[1];
  await browser(server.url).ask('POST', '/v1/links/invitation', { token, person });
  const signed = await page.ask('POST', `/v1/events/${encodeURIComponent(eventID)}/countersignatures`, {
    name: person.loginName,
    password: person.password,
    capacity: '安全管理员',
  });
  if (signed.status !== 200) throw new Error(`${signed.status} ${JSON.stringify(signed.body)}`);
}

function contextOf(document: string): unknown[] {
  const { '@context': context }: { '@context': unknown[] } = JSON.parse(document);
  return context;
}

/** The last two blocks wait for the log. Inside of the transaction, where the sequencer does not see them. */
async function waitAgain(tx: Tx): Promise<void> {
  await tx.query(
    `with last as (delete from integrity.log
                   where first_position in (select first_position from integrity.log order by 1 desc limit 2)
                   returning block, org_no, leaves)
     insert into integrity.pending (block, org_no, leaves) select block, org_no, leaves from last order by block`,
  );
}
