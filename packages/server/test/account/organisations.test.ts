/** Organisations and each other: what is theirs, branches, mandates. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bareEvent, objectEvent } from '../documents.ts';
import { type TestServer, testServer } from '../test-server.ts';
import { codeOf, countEvents, type Firms, firmsOf, record } from './firms.ts';

let server: TestServer;
let firm: Firms['firm'];
let accept: Firms['accept'];
beforeAll(async () => {
  server = await testServer();
  ({ firm, accept } = await firmsOf(server));
});
afterAll(() => server.close());

describe('what is an organisation’s own', () => {
  test('its particulars: a code is checked, and nobody else’s', async () => {
    const [a, b] = [await firm('甲公司'), await firm('乙公司')];
    expect(await codeOf(a.page, 'PATCH', '/v1/organisation', { code: '91110000802100433A' })).toBe(
      'organisation.code-invalid',
    );
    expect((await a.page.ask('PATCH', '/v1/organisation', { code: '91110000802100433b' })).body.code).toBe(
      'cn-uscc:91110000802100433B',
    );
    expect(await codeOf(b.page, 'PATCH', '/v1/organisation', { code: '91110000802100433B' })).toBe(
      'organisation.code-taken',
    );
    expect(
      (await a.page.ask('PATCH', '/v1/organisation', { region: '3201', categories: ['rare-earth'] })).body,
    ).toMatchObject({ region: '3201', categories: ['rare-earth'] });
  });

  test('sites, with region and place code; licences in their scheme’s spelling; ended, not gone', async () => {
    const { page } = await firm('丙公司');
    const site = await page.ask('POST', '/v1/sites', {
      name: '一号果园',
      kind: 'farm',
      region: '320102',
      placeCode: '320102002',
      boundary: '青山村三组东坡',
    });
    expect(site.body).toMatchObject({ name: '一号果园', region: '320102', closedAt: null });
    expect(await codeOf(page, 'POST', '/v1/sites', { name: 'x', kind: 'farm', region: '999999' })).toBe(
      'region.unknown',
    );
    const licence = {
      scheme: 'cn-licence-sc',
      number: 'SC10132010200018',
      siteId: site.body.id,
      validFrom: '2026-01-01',
      validUntil: '2030-12-31',
    };
    const kept = await page.ask('POST', '/v1/licences', licence);
    if (kept.status !== 200) expect(kept.body.code).toBe('licence.number');
    expect(await codeOf(page, 'POST', '/v1/licences', { scheme: 'cn-licence-sc', number: '不是许可证' })).toBe(
      'licence.number',
    );
    expect(await codeOf(page, 'POST', '/v1/licences', { scheme: 'nowhere', number: 'x' })).toBe('licence.scheme');
    expect(await codeOf(page, 'POST', '/v1/licences', { scheme: 'other', number: 'x', validUntil: '2026-02-30' })).toBe(
      'licence.dates',
    );
    expect(await codeOf(page, 'POST', '/v1/licences', { scheme: 'other', number: 'A-1' })).toBe(200);
    expect(await codeOf(page, 'POST', '/v1/licences', { scheme: 'other', number: 'A-1' })).toBe('place.taken');
    expect(await codeOf(page, 'DELETE', `/v1/sites/${site.body.id}`)).toBe(204);
    expect((await page.ask('GET', '/v1/sites')).body.sites).toEqual([
      expect.objectContaining({ closedAt: expect.any(String) }),
    ]);
    expect(await codeOf(page, 'DELETE', `/v1/sites/${site.body.id}`)).toBe('resource.not-found');
  });

  test('thirteen bare digits of a site are a place; the number of a product is none', async () => {
    const { page } = await firm('编码');
    const made = await page.ask('POST', '/v1/sites', {
      name: '仓',
      kind: 'warehouse',
      code: '６９０１２３４５６７８９２',
    });
    expect(made.body.code).toBe('https://id.gs1.org/414/6901234567892');
    for (const code of ['6901234567893', '(01)06901234567892', 'https://id.gs1.org/01/06901234567892/10/A'])
      expect(await codeOf(page, 'POST', '/v1/sites', { name: '仓', kind: 'warehouse', code })).toBe('site.code');
  });

  test('another’s site, licence or code is one that does not exist', async () => {
    const [a, b] = [await firm('丁公司'), await firm('戊公司')];
    const { id } = (await a.page.ask('POST', '/v1/sites', { name: 'x', kind: 'shop' })).body;
    for (const method of ['PUT', 'DELETE']) {
      expect(
        await codeOf(b.page, method, `/v1/sites/${id}`, method === 'PUT' ? { name: 'x', kind: 'shop' } : undefined),
      ).toBe('resource.not-found');
    }
    expect((await b.page.ask('GET', '/v1/sites')).body.sites).toEqual([]);
  });

  test.each([
    ['one begins with the other', { first: '69012' }, { first: '690123' }],
    ['the other begins with the one', { first: '690223' }, { first: '6902' }],
    ['a range has a code of another', { first: '1000', last: '1999' }, { first: '1500', last: '2500' }],
    ['a prefix lies in a range', { first: '3000', last: '3999' }, { first: '35' }],
  ])('codes are one organisation’s: %s', async (_, mine, theirs) => {
    const scheme = `s${randomBytes(3).toString('hex')}`;
    const [a, b] = [await firm('己公司'), await firm('庚公司')];
    const { id } = (await a.page.ask('POST', '/v1/holdings', { scheme, ...mine })).body;
    expect(await codeOf(b.page, 'POST', '/v1/holdings', { scheme, ...theirs })).toBe('holding.taken');
    expect(await codeOf(b.page, 'POST', '/v1/holdings', { scheme: `${scheme}x`, ...theirs })).toBe(200);
    expect(await codeOf(a.page, 'DELETE', `/v1/holdings/${id}`)).toBe(204);
    expect(await codeOf(b.page, 'POST', '/v1/holdings', { scheme, ...theirs })).toBe(200);
  });

  test('of two who ask for the same codes at once one has them', async () => {
    const firms = await Promise.all(['辛公司', '壬公司'].map((name) => firm(name)));
    const given = { scheme: 'at-once', first: '777' };
    const answers = await Promise.all(firms.map(({ page }) => codeOf(page, 'POST', '/v1/holdings', given)));
    expect(answers.map(String).sort()).toEqual(['200', 'holding.taken']);
  });
});

describe('branches', () => {
  test('a chain sees and acts for its shops; a shop’s people and keys see the shop', async () => {
    const chain = await firm('康泰药房', { kind: 'enterprise' });
    const shop = (await chain.page.ask('POST', '/v1/branches', { name: '康泰药房中山路店' })).body;
    const invited = await chain.page.ask('POST', `/v1/branches/${shop.id}/invitations`, {
      name: '店长',
      role: 'administrator',
    });
    const keeper = await accept(invited.body.url);
    expect((await record(keeper)).status).toBe(201);
    const made = (await keeper.ask('POST', '/v1/keys', { label: '收银台', role: 'capture' })).body;
    const byKey = (path: string, headers: Record<string, string> = {}) =>
      fetch(server.url + path, { headers: { authorization: `Bearer ${made.secret}`, ...headers } });
    expect((await (await byKey('/epcis/events')).json()).epcisBody.queryResults.resultsBody.eventList).toHaveLength(1);
    // Upwards there is nothing.
    expect((await keeper.ask('GET', '/v1/places')).body.places.map(({ id }: { id: string }) => id)).toEqual([shop.id]);
    expect(await codeOf(keeper, 'POST', '/v1/session/organisation', { id: chain.id })).toBe('organisation.not-yours');
    expect((await byKey('/epcis/events', { 'suyuan-organisation': chain.id })).status).toBe(404);
    // Downwards all.
    const { branches } = (await chain.page.ask('GET', '/v1/branches')).body;
    expect(branches).toEqual([expect.objectContaining({ id: shop.id, people: 1, keys: 1 })]);
    await chain.page.ask('POST', '/v1/session/organisation', { id: shop.id });
    expect((await chain.page.ask('GET', '/v1/session')).body.organisation).toMatchObject({
      id: shop.id,
      tie: 'branch',
    });
    expect(await countEvents(chain.page)).toBe(1);
    expect((await chain.page.ask('GET', '/v1/people')).status).toBe(200);
    expect((await record(chain.page)).status).toBe(201);
    const { rows } = await server.database.db.query(
      `select r.person_id is not null as person, v.id as via from events.received r join identity.organisation o on o.no = r.org_no
       left join identity.organisation v on v.no = r.via_no where o.id = $1 order by r.block`,
      [shop.id],
    );
    expect(rows).toEqual([
      { person: true, via: null },
      { person: true, via: chain.id },
    ]);
  });

  test('a key of a site records there alone, and opens nothing once the site is closed', async () => {
    const chain = await firm('百姓药房');
    const site = (
      await chain.page.ask('POST', '/v1/sites', { name: '收银一', kind: 'shop', code: '(414)6901234000016' })
    ).body;
    const nameless = (await chain.page.ask('POST', '/v1/sites', { name: '无编码', kind: 'shop' })).body;
    const key = { label: '一号店', role: 'capture', siteId: site.id };
    expect(await codeOf(chain.page, 'POST', '/v1/keys', { ...key, siteId: nameless.id })).toBe('key.site');
    const { secret } = (await chain.page.ask('POST', '/v1/keys', key)).body;
    const recordAt = async (id: string): Promise<unknown> => {
      const body = bareEvent(objectEvent({ bizLocation: { id } }));
      const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' };
      const answer = await fetch(`${server.url}/epcis/events`, { method: 'POST', headers, body });
      return answer.status === 201 ? 201 : (await answer.json()).code;
    };
    expect(await recordAt('https://id.gs1.org/414/6901234000016')).toBe(201);
    expect(await recordAt('https://id.gs1.org/414/6901234000016/254/A')).toBe(201);
    expect(await recordAt('https://id.gs1.org/414/6901234000023')).toBe('event.refused');
    await chain.page.ask('DELETE', `/v1/sites/${site.id}`);
    expect(await recordAt('https://id.gs1.org/414/6901234000016')).toBe('key.unknown');
  });

  test('a key of the chain acts for a shop that it names, and for no other', async () => {
    const chain = await firm('百草堂');
    const shop = (await chain.page.ask('POST', '/v1/branches', { name: '百草堂一店' })).body;
    const { secret } = (await chain.page.ask('POST', '/v1/keys', { label: 'ERP', role: 'capture' })).body;
    const stranger = await firm('路人');
    const ask = (organisation: string) =>
      fetch(`${server.url}/epcis/events`, {
        headers: { authorization: `Bearer ${secret}`, 'suyuan-organisation': organisation },
      });
    expect((await ask(shop.id)).status).toBe(200);
    for (const other of [stranger.id, 'x', '00000000-0000-4000-8000-000000000000']) {
      const answer = await ask(other);
      expect([answer.status, (await answer.json()).code ?? 'organisation.not-yours']).toEqual([
        404,
        'organisation.not-yours',
      ]);
    }
  });
});

describe('a mandate', () => {
  test('lets a service provider act for a firm, within its rights, and every record says who did', async () => {
    const [small, service] = [await firm('小果园'), await firm('代办服务', { kind: 'service' })];
    const given = await small.page.ask('POST', '/v1/mandates', { agent: service.id, rights: ['query', 'capture'] });
    expect(given.status).toBe(200);
    expect(await codeOf(small.page, 'POST', '/v1/mandates', { agent: service.id, rights: ['query'] })).toBe(
      'mandate.exists',
    );
    expect((await service.page.ask('GET', '/v1/places')).body.places).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: small.id, tie: 'mandate', via: { id: service.id, name: '代办服务' } }),
      ]),
    );
    await service.page.ask('POST', '/v1/session/organisation', { id: small.id });
    expect((await service.page.ask('GET', '/v1/session')).body.rights.sort()).toEqual(['capture', 'query']);
    const recorded = await record(service.page);
    expect(recorded.status).toBe(201);
    const eventID = recorded.headers.get('location')?.split('/').at(-1);
    expect((await small.page.ask('GET', `/v1/events/${eventID}/record`)).body).toMatchObject({
      person: { name: '赵六' },
      key: null,
      via: { id: service.id, name: '代办服务' },
    });
    expect((await service.page.ask('GET', '/v1/people')).body.code).toBe('right.missing');
    expect(await countEvents(small.page)).toBe(1);
    // The firm takes it back: at the next request.
    expect(await codeOf(small.page, 'DELETE', `/v1/mandates/${given.body.id}`)).toBe(204);
    expect((await service.page.ask('GET', '/epcis/events')).body).toMatchObject({ status: 403 });
    const told = (await small.page.ask('GET', '/v1/occurrences')).body.occurrences.map(
      ({ kind }: { kind: string }) => kind,
    );
    expect(told).toEqual(expect.arrayContaining(['mandate.made', 'mandate.ended']));
  });

  test('nobody gives what it does not have, or to itself, or to somebody unknown', async () => {
    const a = await firm('某公司');
    expect(await codeOf(a.page, 'POST', '/v1/mandates', { agent: a.id, rights: ['query'] })).toBe('mandate.self');
    expect(await codeOf(a.page, 'POST', '/v1/mandates', { agent: 'nobody', rights: ['query'] })).toBe(
      'organisation.not-yours',
    );
  });
});
