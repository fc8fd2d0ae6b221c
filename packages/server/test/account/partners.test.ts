/** Partners: one invites, the other accepts or declines, either ends it; both are told; and who counts as one. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agreedPartners } from '../../src/modules/identity/index.ts';
import { type TestServer, testServer } from '../test-server.ts';
import { codeOf, type Firm, type Firms, firmsOf } from './firms.ts';

let server: TestServer;
let firm: Firms['firm'];
let accept: Firms['accept'];
let operator: Firms['operator'];
beforeAll(async () => {
  server = await testServer();
  ({ firm, accept, operator } = await firmsOf(server));
});
afterAll(() => server.close());

const firms = <const Names extends readonly string[]>(...names: Names) =>
  Promise.all(names.map((name) => firm(name))) as Promise<{ [Place in keyof Names]: Firm }>;
const invite = ({ page }: Firm, organisation: string, more: object = {}) =>
  page.ask('POST', '/v1/partners', { organisation, ...more });
const listOf = async ({ page }: Firm, search = '') => (await page.ask('GET', `/v1/partners${search}`)).body.partners;
const setStatus = async ({ id }: Firm, status: string): Promise<void> => {
  const path = `/v1/operator/organisations/${id}/status`;
  expect((await operator.ask('POST', path, { status, reason: 'x' })).body.code).toBeUndefined();
};
/** What was told to it of partners, the oldest first. */
async function toldTo({ page }: Firm): Promise<{ kind: string; detail: unknown }[]> {
  const { occurrences } = (await page.ask('GET', '/v1/occurrences?group=partner')).body;
  return occurrences.map(({ kind, detail }: { kind: string; detail: unknown }) => ({ kind, detail })).reverse();
}
/** Ids of those that count as its partners where records are read. */
async function partnersOf({ id }: Firm): Promise<string[]> {
  const { db } = server.database;
  const { rows } = await db.query<{ no: number; id: string }>('select no, id from identity.organisation');
  const own = rows.find((row) => row.id === id);
  const nos = await agreedPartners(db, own?.no ?? 0);
  return rows.filter(({ no }) => nos.has(no)).map((row) => row.id);
}
async function agree(a: Firm, b: Firm): Promise<string> {
  const { id } = (await invite(a, b.id)).body;
  expect(await codeOf(b.page, 'POST', `/v1/partners/${id}/accept`)).toBe(200);
  return id;
}

describe('an invitation', () => {
  test('is seen by both; nobody is a partner until the other accepts, then both are', async () => {
    const [grower, shop] = await firms('青山果园', '百果超市');
    const given = await invite(grower, shop.id, { note: ' 供货三年 ' });
    expect(given.body).toMatchObject({
      given: true,
      state: 'pending',
      other: { id: shop.id, name: '百果超市', active: true },
      note: '供货三年',
      acceptedAt: null,
    });
    const { id } = given.body;
    expect(await listOf(shop)).toEqual([
      expect.objectContaining({
        id,
        given: false,
        state: 'pending',
        note: '供货三年',
        other: expect.objectContaining({ id: grower.id, name: '青山果园' }),
      }),
    ]);
    expect([await partnersOf(grower), await partnersOf(shop)]).toEqual([[], []]);
    // Whoever invited does not answer in the other's place.
    for (const answer of ['accept', 'decline'])
      expect(await codeOf(grower.page, 'POST', `/v1/partners/${id}/${answer}`)).toBe('resource.not-found');
    const accepted = await shop.page.ask('POST', `/v1/partners/${id}/accept`);
    expect(accepted.body).toMatchObject({ id, state: 'accepted', acceptedAt: expect.any(String) });
    expect([await partnersOf(grower), await partnersOf(shop)]).toEqual([[shop.id], [grower.id]]);
    expect(await listOf(grower)).toEqual([expect.objectContaining({ id, given: true, state: 'accepted' })]);
    expect(await codeOf(shop.page, 'POST', `/v1/partners/${id}/accept`)).toBe('resource.not-found');
  });

  test('goes by the code too, in any spelling', async () => {
    const [a, b] = await firms('甲', '乙');
    await b.page.ask('PATCH', '/v1/organisation', { code: '91110000802100433B' });
    expect((await invite(a, ' 91110000802100433b ')).body.other).toMatchObject({
      id: b.id,
      code: 'cn-uscc:91110000802100433B',
    });
  });

  test('is declined or taken back: nobody is a partner, and it can be made anew by either', async () => {
    const [a, b] = await firms('甲', '乙');
    const first = (await invite(a, b.id)).body.id;
    // The invited declines, and does not take back.
    expect(await codeOf(b.page, 'DELETE', `/v1/partners/${first}`)).toBe('resource.not-found');
    expect(await codeOf(b.page, 'POST', `/v1/partners/${first}/decline`)).toBe(204);
    expect([await listOf(a), await listOf(b)]).toEqual([[], []]);
    expect(await codeOf(b.page, 'POST', `/v1/partners/${first}/accept`)).toBe('resource.not-found');
    const second = (await invite(b, a.id)).body.id;
    expect(await codeOf(b.page, 'DELETE', `/v1/partners/${second}`)).toBe(204);
    expect(await codeOf(a.page, 'POST', `/v1/partners/${second}/accept`)).toBe('resource.not-found');
    expect(await codeOf(a.page, 'POST', `/v1/partners/${second}/decline`)).toBe('resource.not-found');
    expect(await partnersOf(a)).toEqual([]);
    await agree(a, b);
    expect(await partnersOf(a)).toEqual([b.id]);
  });

  test('to whom has invited already accepts; a second one is refused', async () => {
    const [a, b] = await firms('甲', '乙');
    const { id } = (await invite(a, b.id, { note: '先' })).body;
    expect((await invite(a, b.id)).body.code).toBe('partner.exists');
    expect((await invite(b, a.id)).body).toMatchObject({ id, given: false, state: 'accepted', note: '先' });
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const)
      expect((await invite(one, other.id)).body.code).toBe('partner.exists');
    expect(await partnersOf(a)).toEqual([b.id]);
    expect((await toldTo(a)).map(({ kind }) => kind)).toEqual(['partner.invited', 'partner.accepted']);
  });

  test('from both sides at once makes one agreement', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [a, b] = await firms('甲', '乙');
      const answers = await Promise.all([invite(a, b.id), invite(b, a.id)]);
      expect(answers.map(({ body }) => body.state).sort()).toEqual(['accepted', 'pending']);
      expect(answers[0]?.body.id).toBe(answers[1]?.body.id);
      expect(await listOf(a)).toEqual([expect.objectContaining({ state: 'accepted' })]);
      expect(await partnersOf(b)).toEqual([a.id]);
    }
  });

  test('to oneself, or to somebody unknown, is refused', async () => {
    const [a] = await firms('甲');
    expect((await invite(a, a.id)).body.code).toBe('partner.self');
    for (const unknown of ['nobody', '00000000-0000-4000-8000-000000000000', ' '])
      expect((await invite(a, unknown)).body.code).toBe('partner.unknown');
    expect((await invite(a, a.id, { note: '长'.repeat(201) })).status).toBe(400);
  });
});

test('either side ends it, at once; a third can neither see nor end it', async () => {
  const [a, b, third] = await firms('甲', '乙', '丙');
  for (const [ender, path] of [
    [a, await agree(a, b)],
    [b, undefined],
  ] as const) {
    const id = path ?? (await agree(a, b));
    expect(await codeOf(third.page, 'DELETE', `/v1/partners/${id}`)).toBe('resource.not-found');
    for (const answer of ['accept', 'decline'])
      expect(await codeOf(third.page, 'POST', `/v1/partners/${id}/${answer}`)).toBe('resource.not-found');
    expect(await listOf(third)).toEqual([]);
    expect(await partnersOf(a)).toEqual([b.id]);
    expect(await codeOf(ender.page, 'DELETE', `/v1/partners/${id}`)).toBe(204);
    expect([await partnersOf(a), await partnersOf(b), await listOf(a), await listOf(b)]).toEqual([[], [], [], []]);
    expect(await codeOf(ender.page, 'DELETE', `/v1/partners/${id}`)).toBe('resource.not-found');
  }
});

test('every change is told to both sides, each with the name of the other', async () => {
  const [a, b] = await firms('甲公司', '乙公司');
  const declined = (await invite(a, b.id)).body.id;
  await b.page.ask('POST', `/v1/partners/${declined}/decline`);
  const id = await agree(a, b);
  await b.page.ask('DELETE', `/v1/partners/${id}`);
  const kinds = ['invited', 'declined', 'invited', 'accepted', 'ended'].map((what) => `partner.${what}`);
  const of = (other: Firm, partner: string) =>
    kinds.map((kind) => ({ kind, detail: { partner, organisation: other.id } }));
  expect(await toldTo(a)).toEqual(of(b, '乙公司'));
  expect(await toldTo(b)).toEqual(of(a, '甲公司'));
});

describe('an organisation that does not stand', () => {
  test.each(['suspended', 'closed'])('%s: is not invited, and counts as nobody’s partner', async (status) => {
    const [a, b, c, d] = await firms('甲', '乙', '丙', '丁');
    await agree(a, b);
    const waiting = (await invite(b, c.id)).body.id;
    await setStatus(b, status);
    expect([await partnersOf(a), await partnersOf(b)]).toEqual([[], []]);
    expect(await listOf(a)).toEqual([
      expect.objectContaining({ state: 'accepted', other: expect.objectContaining({ active: false }) }),
    ]);
    expect((await invite(d, b.id)).body.code).toBe('partner.unknown');
    expect((await invite(b, d.id)).body.code).toBe(`organisation.${status}`);
    // What it had asked waits with it.
    expect(await listOf(c)).toEqual([]);
    expect(await codeOf(c.page, 'POST', `/v1/partners/${waiting}/accept`)).toBe('resource.not-found');
    if (status === 'closed') return;
    await setStatus(b, 'active');
    expect(await partnersOf(a)).toEqual([b.id]);
    expect(await codeOf(c.page, 'POST', `/v1/partners/${waiting}/accept`)).toBe(200);
  });

  test('one that waits to be approved invites nobody', async () => {
    const [a, b] = await firms('甲', '乙');
    await server.database.db.query("update identity.organisation set status = 'pending' where id = $1", [a.id]);
    expect((await invite(a, b.id)).body.code).toBe('organisation.pending');
    expect(await listOf(b)).toEqual([]);
  });
});

test('only who manages the organisation sees partners or changes them', async () => {
  const [a, b] = await firms('甲', '乙');
  const { id } = (await invite(b, a.id)).body;
  const link = await a.page.ask('POST', '/v1/invitations', { name: '李四', role: 'recorder' });
  const recorder = await accept(link.body.url);
  for (const [method, path, body] of [
    ['GET', '/v1/partners', undefined],
    ['POST', '/v1/partners', { organisation: b.id }],
    ['POST', `/v1/partners/${id}/accept`, undefined],
    ['POST', `/v1/partners/${id}/decline`, undefined],
    ['DELETE', `/v1/partners/${id}`, undefined],
  ] as const)
    expect(await codeOf(recorder, method, path, body)).toBe('right.missing');
});

test('the list is cut by side and state, looked through by name, and read page by page', async () => {
  const [own, partner, asking, asked] = await firms('本公司', '老伙伴', '来邀请', '被邀请');
  await agree(own, partner);
  await invite(asking, own.id);
  await invite(own, asked.id);
  const names = async (search: string) =>
    (await listOf(own, search)).map(({ other }: { other: { name: string } }) => other.name);
  expect(await names('?state=accepted')).toEqual(['老伙伴']);
  expect(await names('?state=pending')).toEqual(['来邀请', '被邀请']);
  expect(await names('?side=received')).toEqual(['来邀请']);
  expect(await names('?side=given&state=pending')).toEqual(['被邀请']);
  expect(await names(`?q=${encodeURIComponent('伙伴')}`)).toEqual(['老伙伴']);
  const seen: string[] = [];
  let cursor = '';
  for (let page = 0; page < 3; page += 1) {
    const { body } = await own.page.ask('GET', `/v1/partners?perPage=1${cursor}`);
    seen.push(...body.partners.map(({ other }: { other: { name: string } }) => other.name));
    expect(body.next === undefined).toBe(page === 2);
    cursor = `&cursor=${body.next}`;
  }
  expect(seen).toEqual(['老伙伴', '来邀请', '被邀请']);
  expect((await own.page.ask('GET', '/v1/partners?state=x')).status).toBe(400);
});
