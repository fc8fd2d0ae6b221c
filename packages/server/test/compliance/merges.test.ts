/** Who supplied is judged by the entry that it was merged into, and anew when that changes or the merge is undone. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type JudgedServer, judgedServer } from './judged.fixture.ts';

const SUPPLIER = 'https://id.gs1.org/417/4012345000009';
const TWIN = 'urn:example:supplier:9';

let own: JudgedServer;
beforeAll(async () => {
  own = await judgedServer({ categories: ['food'] });
});
afterAll(() => own.close());

async function send(method: string, path: string, body?: unknown): Promise<void> {
  const response = await fetch(`${own.server.url}/v1/registry/${path}`, {
    method,
    headers: {
      authorization: `Bearer ${own.server.key}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  expect([path, response.status]).toEqual([path, 200]);
}

const say = (code: string, attributes: Readonly<Record<string, string>>): Promise<void> =>
  send('POST', 'entries', [{ kind: 'party', code, attributes }]);

async function named(): Promise<unknown> {
  await own.settle();
  const { rows } = await own.server.database.db.query<{ named: string[] }>('select named from compliance.judged');
  return rows[0]?.named;
}

async function rules(): Promise<string[]> {
  await own.settle();
  const { findings } = await own.ask('/v1/compliance/findings?perPage=500');
  return findings.map(({ rule }: { rule: string }) => rule).sort();
}

test('licences of the entry that is kept count for a record that names the other, until they are parted', async () => {
  await own.server.database.db.query("insert into identity.organisation (name, code) values ('城北乳业', $1)", [
    SUPPLIER,
  ]);
  await own.server.database.db.query(
    `insert into identity.licence (org_no, scheme, number, valid_until)
     select no, 'cn-licence-sc', 'SC10637021200019', '2026-01-31' from identity.organisation where code = $1`,
    [SUPPLIER],
  );
  await say(SUPPLIER, { name: '城北乳业' });
  await say(TWIN, { name: '城北奶站' });
  const received = {
    ...{ type: 'ObjectEvent', action: 'OBSERVE', bizStep: 'receiving', eventTimeZoneOffset: '+08:00' },
    eventTime: '2026-06-05T12:00:00+08:00',
    quantityList: [{ epcClass: 'https://id.gs1.org/01/06901234567892/10/R1', quantity: 1, uom: 'KGM' }],
    sourceList: [{ type: 'owning_party', source: TWIN }],
  };
  expect((await own.capture([received])).status).toBe(202);
  expect(await named()).not.toContain(SUPPLIER);
  expect((await rules()).filter((rule) => rule.startsWith('licence.'))).not.toContain('licence.supplier-not-valid');
  const alone = await rules();
  await send('POST', 'merges', { keep: SUPPLIER, merge: [TWIN] });
  await expect.poll(named).toContain(SUPPLIER);
  const merged = await rules();
  expect(merged).not.toEqual(alone);
  expect(merged.filter((rule) => !alone.includes(rule))).toEqual([expect.stringMatching(/^licence\./)]);
  await send('DELETE', `merges/${encodeURIComponent(TWIN)}`);
  await expect.poll(rules).toEqual(alone);
  expect(await named()).not.toContain(SUPPLIER);
});
