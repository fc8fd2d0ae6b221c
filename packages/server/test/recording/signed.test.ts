/** What waited on a device for a line is signed there: the device is the person's, and just this was signed. */
import { randomUUID, webcrypto } from 'node:crypto';
import { type DeviceKey, deviceIdOf, digestOf } from '@suyuan/api/devices';
import { CompactSign } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from '../account/browser.ts';
import { codeOf, countEvents, type Firm, type Firms, firmsOf } from '../account/firms.ts';
import { type TestServer, testServer } from '../test-server.ts';

const CONTENT = {
  at: '2026-10-01T08:00:00+08:00',
  units: [{ code: 'https://id.gs1.org/01/06901234567892/10/F1', quantity: '10', uom: 'KGM' }],
  values: { productName: '小麦粉', supplierName: '青山粮油公司' },
};
const OF = { pack: 'food', stage: 'receipt' };
const SIGNED_AT = '2026-10-01T00:10:00.000Z';

let server: TestServer;
let firms: Firms;
let mill: Firm;
beforeAll(async () => {
  server = await testServer();
  firms = await firmsOf(server);
  mill = await firms.firm('青山面粉厂', { categories: ['food'] });
});
afterAll(() => server.close());

interface Device {
  readonly id: string;
  readonly key: DeviceKey;
  sign(sheet: string, more?: object): Promise<string>;
}

async function aDevice(): Promise<Device> {
  const pair = await webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  const { x = '', y = '' } = await webcrypto.subtle.exportKey('jwk', pair.publicKey);
  const key: DeviceKey = { kty: 'EC', crv: 'P-256', x, y };
  const id = await deviceIdOf(key);
  return {
    ...{ id, key },
    async sign(sheet, more = {}) {
      const claims = { sheet, digest: await digestOf({ ...OF, content: CONTENT }), iat: Date.parse(SIGNED_AT) / 1000 };
      return new CompactSign(new TextEncoder().encode(JSON.stringify({ ...claims, ...more })))
        .setProtectedHeader({ alg: 'ES256', kid: id })
        .sign(pair.privateKey);
    },
  };
}
const know = (page: Browser, { id, key }: Device) => page.ask('PUT', `/v1/me/devices/${id}`, { key });
async function saved(): Promise<string> {
  const id = randomUUID();
  await mill.page.ask('PUT', `/v1/sheets/${id}`, { ...OF, name: '进面粉', version: 0, content: CONTENT });
  return id;
}
const submit = (id: string, command: string) => ({
  path: `/v1/sheets/${id}/submission`,
  body: { version: 1, command },
});
const refusal = (id: string, command: string) =>
  codeOf(mill.page, 'POST', submit(id, command).path, submit(id, command).body);

test('what a device of the person signed is recorded with it, and told with when and by which', async () => {
  const device = await aDevice();
  expect((await know(mill.page, device)).status).toBe(204);
  expect((await know(mill.page, device)).status).toBe(204);
  const id = await saved();
  const { path, body } = submit(id, await device.sign(id));
  for (const answer of [await mill.page.ask('POST', path, body), await mill.page.ask('POST', path, body)])
    expect(answer).toMatchObject({
      status: 200,
      body: { state: 'recorded', signed: { at: SIGNED_AT, device: device.id } },
    });
  const { devices } = (await mill.page.ask('GET', '/v1/me/devices')).body;
  expect(devices).toMatchObject([{ id: device.id, usedAt: expect.any(String) }]);
  const { occurrences } = (await mill.page.ask('GET', '/v1/occurrences?kind=sheet.recorded')).body;
  expect(occurrences[0]).toMatchObject({ about: id, detail: { device: device.id, signedAt: SIGNED_AT } });
  const kinds = await server.database.db.query<{ kind: string }>(
    `select kind from identity.occurrence where kind like 'device.%'`,
  );
  expect(kinds.rows).toEqual([{ kind: 'device.known' }]);
});

test('of another sheet, of other content, by another key or by none is refused, and nothing is recorded', async () => {
  const device = await aDevice();
  await know(mill.page, device);
  const [id, before] = [await saved(), await countEvents(mill.page)];
  const good = await device.sign(id);
  const other = await aDevice();
  expect(await refusal(id, await device.sign(randomUUID()))).toBe('command.signature');
  const changed = { ...CONTENT, units: [{ ...CONTENT.units[0], quantity: '1000' }] };
  expect(await refusal(id, await device.sign(id, { digest: await digestOf({ ...OF, content: changed }) }))).toBe(
    'command.signature',
  );
  const [head = '', , signature = ''] = good.split('.');
  const claims = Buffer.from(JSON.stringify({ sheet: id, digest: 'a'.repeat(43), iat: 1 })).toString('base64url');
  expect(await refusal(id, `${head}.${claims}.${signature}`)).toBe('command.signature');
  const none = Buffer.from(JSON.stringify({ alg: 'none', kid: device.id })).toString('base64url');
  expect(await refusal(id, `${none}.${good.split('.')[1]}.`)).toBe('command.signature');
  expect(await refusal(id, 'nonsense')).toBe('command.signature');
  expect(await refusal(id, await other.sign(id))).toBe('command.device');
  expect(await countEvents(mill.page)).toBe(before);
  expect((await mill.page.ask('GET', `/v1/sheets/${id}`)).body).toMatchObject({ state: 'open' });
});

test('a device that was removed signs no more, nor is it known again; one of another person neither', async () => {
  const device = await aDevice();
  await know(mill.page, device);
  const stranger = await firms.firm('另一家', { categories: ['food'] });
  expect(await codeOf(stranger.page, 'PUT', `/v1/me/devices/${device.id}`, { key: device.key })).toBe('command.device');
  expect(await codeOf(stranger.page, 'DELETE', `/v1/me/devices/${device.id}`)).toBe('resource.not-found');
  const id = await saved();
  expect((await mill.page.ask('DELETE', `/v1/me/devices/${device.id}`)).status).toBe(204);
  expect(await refusal(id, await device.sign(id))).toBe('command.device');
  expect(await codeOf(mill.page, 'PUT', `/v1/me/devices/${device.id}`, { key: device.key })).toBe('command.device');
  expect((await mill.page.ask('GET', '/v1/me/devices')).body.devices).not.toContainEqual(
    expect.objectContaining({ id: device.id }),
  );
});

test('an id is of its key, and beyond twenty devices the one that was not used for the longest is known no more', async () => {
  const { page } = await firms.firm('设备很多', { categories: ['food'] });
  const [first, second] = [await aDevice(), await aDevice()];
  expect(await codeOf(page, 'PUT', `/v1/me/devices/${first.id}`, { key: second.key })).toBe('request.invalid');
  const all = [first, ...(await Promise.all(Array.from({ length: 20 }, aDevice)))];
  for (const device of all) await know(page, device);
  const { devices } = (await page.ask('GET', '/v1/me/devices')).body;
  expect(devices).toHaveLength(20);
  expect(devices.map(({ id }: { id: string }) => id)).not.toContain(first.id);
});
