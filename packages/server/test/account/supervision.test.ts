/** Who watches over whom: regulators, the operator, and organisations that come by themselves. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bareEvent, objectEvent } from '../documents.ts';
import { type TestServer, testServer } from '../test-server.ts';
import { type Browser, browser } from './browser.ts';
import { codeOf, countEvents, type Firms, firmsOf, record, somebody } from './firms.ts';

let server: TestServer;
let firm: Firms['firm'];
let operator: Firms['operator'];
beforeAll(async () => {
  server = await testServer({ isRegistrationOpen: true });
  ({ firm, operator } = await firmsOf(server));
});
afterAll(() => server.close());

describe('supervision', () => {
  test('a province watches over its cities, and no others; what it looks at is told to whom it looked at', async () => {
    const province = await firm('江苏省局', { kind: 'regulator' });
    const inside = await firm('南京食品厂', { region: '320102', categories: ['food'] });
    const outside = await firm('杭州食品厂', { region: '330102', categories: ['food'] });
    const otherKind = await firm('南京电梯厂', { region: '320102', categories: ['special-equipment'] });
    expect((await province.page.ask('GET', '/v1/supervised')).body.organisations).toEqual([]);
    expect(
      await codeOf(operator, 'POST', '/v1/operator/jurisdictions', {
        organisation: province.id,
        region: '32',
        category: 'food',
      }),
    ).toBe(204);
    const seen = (await province.page.ask('GET', '/v1/supervised')).body.organisations.map(
      ({ id }: { id: string }) => id,
    );
    expect(seen).toEqual([inside.id]);
    const licence = (await inside.page.ask('POST', '/v1/licences', { scheme: 'other', number: 'L-1' })).body;
    const whole = await province.page.ask('GET', `/v1/supervised/${inside.id}`);
    expect(whole.body).toMatchObject({ name: '南京食品厂', licences: [{ number: 'L-1', verified: null }] });
    for (const other of [outside, otherKind])
      expect(await codeOf(province.page, 'GET', `/v1/supervised/${other.id}`)).toBe('supervision.none');
    expect(await codeOf(province.page, 'POST', `/v1/supervised/licences/${licence.id}/verify`, { what: '原件' })).toBe(
      204,
    );
    expect((await inside.page.ask('GET', '/v1/licences')).body.licences[0].verified).toMatchObject({
      by: '赵六',
      organisation: '江苏省局',
      what: '原件',
    });
    expect(await codeOf(inside.page, 'POST', `/v1/supervised/licences/${licence.id}/verify`, { what: '自己' })).toBe(
      'supervision.none',
    );
    const told = (await inside.page.ask('GET', '/v1/occurrences')).body.occurrences;
    expect(
      told.filter(({ via }: { via?: string }) => via === province.id).map(({ kind }: { kind: string }) => kind),
    ).toEqual(['licence.verified', 'organisation.viewed']);
  });

  test('a province gives its cities what lies inside of its own; nobody gives itself anything', async () => {
    const [province, city] = [
      await firm('浙江省局', { kind: 'regulator' }),
      await firm('杭州市局', { kind: 'regulator' }),
    ];
    const firmOfCity = await firm('西湖茶厂', { region: '330106', categories: ['food'] });
    await operator.ask('POST', '/v1/operator/jurisdictions', {
      organisation: province.id,
      region: '33',
      category: '*',
    });
    const give = (page: Browser, organisation: string, region: string, category = 'food') =>
      codeOf(page, 'POST', '/v1/jurisdictions', { organisation, region, category });
    expect(await give(province.page, city.id, '3301')).toBe(200);
    expect(await give(province.page, city.id, '33')).toBe('jurisdiction.beyond');
    expect(await give(province.page, city.id, '3201')).toBe('jurisdiction.beyond');
    expect(await give(province.page, city.id, '*')).toBe('jurisdiction.beyond');
    expect(await give(province.page, province.id, '3302')).toBe('jurisdiction.beyond');
    expect(await give(city.page, province.id, '330106')).toBe(200);
    expect(await give(city.page, city.id, '330106')).toBe('jurisdiction.beyond');
    expect(await give(firmOfCity.page, city.id, '330106')).toBe('jurisdiction.beyond');
    expect(await codeOf(city.page, 'GET', `/v1/supervised/${firmOfCity.id}`)).toBe(200);
    const { given } = (await province.page.ask('GET', '/v1/jurisdictions')).body;
    expect(await codeOf(city.page, 'DELETE', `/v1/jurisdictions/${given[0].id}`)).toBe('resource.not-found');
    expect(await codeOf(province.page, 'DELETE', `/v1/jurisdictions/${given[0].id}`)).toBe(204);
    expect(await codeOf(city.page, 'GET', `/v1/supervised/${firmOfCity.id}`)).toBe('supervision.none');
  });
});

describe('the operator', () => {
  test('suspends an organisation in the middle of a session: it reads, and neither records nor changes; and lets it go on', async () => {
    const { page, id } = await firm('停业公司');
    const { secret } = (await page.ask('POST', '/v1/keys', { label: 'x', role: 'capture' })).body;
    expect((await record(page)).status).toBe(201);
    expect(
      await codeOf(operator, 'POST', `/v1/operator/organisations/${id}/status`, {
        status: 'suspended',
        reason: '未年检',
      }),
    ).toBe(204);
    expect((await record(page)).body).toMatchObject({ code: 'organisation.suspended' });
    expect(await codeOf(page, 'POST', '/v1/keys', { label: 'y', role: 'query' })).toBe('organisation.suspended');
    expect(await countEvents(page)).toBe(1);
    const byKey = await fetch(`${server.url}/epcis/events`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: bareEvent(objectEvent()),
    });
    expect((await byKey.json()).code).toBe('organisation.suspended');
    await operator.ask('POST', `/v1/operator/organisations/${id}/status`, { status: 'active', reason: '已补办' });
    expect((await record(page)).status).toBe(201);
  });

  test('merges a duplicate and takes it apart again; what each recorded stays its own', async () => {
    const [double, real] = [await firm('重复公司'), await firm('本公司')];
    const { secret } = (await double.page.ask('POST', '/v1/keys', { label: 'x', role: 'capture' })).body;
    await record(double.page);
    expect(
      await codeOf(operator, 'POST', `/v1/operator/organisations/${double.id}/merge`, {
        into: real.id,
        reason: '重复注册',
      }),
    ).toBe(204);
    expect((await record(double.page)).body).toMatchObject({ code: 'organisation.merged' });
    const byKey = () =>
      fetch(`${server.url}/epcis/events`, {
        method: 'POST',
        headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
        body: bareEvent(objectEvent()),
      });
    expect((await (await byKey()).json()).code).toBe('organisation.merged');
    await real.page.ask('POST', '/v1/session/organisation', { id: double.id });
    expect(await countEvents(real.page)).toBe(1);
    expect((await record(real.page)).status).toBe(403);
    expect((await double.page.ask('GET', '/v1/places')).body.places.map(({ id }: { id: string }) => id)).toContain(
      real.id,
    );
    expect(await codeOf(operator, 'POST', `/v1/operator/organisations/${double.id}/unmerge`)).toBe(204);
    expect((await byKey()).status).toBe(201);
    expect((await double.page.ask('GET', '/v1/places')).body.places.map(({ id }: { id: string }) => id)).toEqual([
      double.id,
    ]);
  });

  test('does none of this to the installation’s own, and nobody else does any of it', async () => {
    const own = (await operator.ask('GET', '/v1/session')).body.organisation.id;
    const { page, id } = await firm('普通公司');
    expect(
      await codeOf(operator, 'POST', `/v1/operator/organisations/${own}/status`, { status: 'closed', reason: 'x' }),
    ).toBe('organisation.own');
    expect(await codeOf(operator, 'POST', `/v1/operator/organisations/${own}/merge`, { into: id, reason: 'x' })).toBe(
      'organisation.own',
    );
    for (const [method, path, body] of [
      ['GET', '/v1/operator/organisations'],
      ['POST', '/v1/operator/organisations', { name: 'x', kind: 'enterprise', owner: 'x' }],
      ['POST', `/v1/operator/organisations/${id}/status`, { status: 'active', reason: 'x' }],
      ['POST', `/v1/operator/organisations/${id}/merge`, { into: own, reason: 'x' }],
      ['POST', `/v1/operator/organisations/${id}/unmerge`],
      ['POST', '/v1/operator/jurisdictions', { organisation: id, region: '*', category: '*' }],
    ] as const) {
      expect([path, await codeOf(page, method, path, body)]).toEqual([path, 'right.missing']);
    }
  });
});

describe('registration', () => {
  const registering = (name: string) => ({ person: somebody(), organisation: { name, kind: 'enterprise' } });

  test('waits to be approved: it looks around and describes itself, and records when it is', async () => {
    const page = browser(server.url);
    const { status, body } = await page.ask('POST', '/v1/registrations', registering('新来的公司'));
    expect([status, body.organisation.status]).toEqual([200, 'pending']);
    expect((await record(page)).body).toMatchObject({ code: 'organisation.pending' });
    expect(await codeOf(page, 'PATCH', '/v1/organisation', { region: '32' })).toBe(200);
    const { organisations } = (await operator.ask('GET', '/v1/operator/organisations?status=pending')).body;
    expect(organisations.map(({ name }: { name: string }) => name)).toEqual(['新来的公司']);
    await operator.ask('POST', `/v1/operator/organisations/${body.organisation.id}/status`, {
      status: 'active',
      reason: '核实',
    });
    expect((await record(page)).status).toBe(201);
  });

  test('nobody registers as a regulator, or without end, or where the installation does not want it', async () => {
    const page = browser(server.url);
    expect(
      await codeOf(page, 'POST', '/v1/registrations', {
        ...registering('x'),
        organisation: { name: 'x', kind: 'regulator' },
      }),
    ).toBe('request.invalid');
    for (let i = 0; i < 4; i += 1)
      await codeOf(browser(server.url), 'POST', '/v1/registrations', registering(`第${i}家`));
    expect(await codeOf(browser(server.url), 'POST', '/v1/registrations', registering('再来一家'))).toBe(
      'sign-in.blocked',
    );
    const closed = await testServer();
    expect(await codeOf(browser(closed.url), 'POST', '/v1/registrations', registering('x'))).toBe(
      'registration.closed',
    );
    await closed.close();
  });
});
