/** Shared spaces: who may know of one, who changes what, who counts as a partner by it, and who is told. */
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
const GIVEN = { name: '烟台苹果联合体', purpose: '果园、冷库与超市共享追溯' };

async function found({ page }: Firm): Promise<string> {
  const { status, body } = await page.ask('POST', '/v1/spaces', GIVEN);
  expect([status, body.code]).toEqual([200, undefined]);
  return body.id;
}
const invite = (lead: Firm, id: string, organisation: string) =>
  codeOf(lead.page, 'POST', `/v1/spaces/${id}/invitations`, { organisation });
const join = ({ page }: Firm, id: string) => codeOf(page, 'POST', `/v1/spaces/${id}/acceptance`);
const leave = (by: Firm, id: string, { id: member }: Firm, search = '') =>
  codeOf(by.page, 'DELETE', `/v1/spaces/${id}/members/${member}${search}`);
async function spaceOf(lead: Firm, ...others: readonly Firm[]): Promise<string> {
  const id = await found(lead);
  for (const other of others) {
    expect(await invite(lead, id, other.id)).toBe(200);
    expect(await join(other, id)).toBe(200);
  }
  return id;
}
const read = async ({ page }: Firm, id: string) => (await page.ask('GET', `/v1/spaces/${id}`)).body;
const listOf = async ({ page }: Firm, search = '') => (await page.ask('GET', `/v1/spaces${search}`)).body.spaces;
const namesIn = async (by: Firm, id: string): Promise<string[]> =>
  (await read(by, id)).members.map(
    ({ organisation, joinedAt }: { organisation: { name: string }; joinedAt: string | null }) =>
      organisation.name + (joinedAt === null ? '?' : ''),
  );
async function toldTo({ page }: Firm): Promise<{ kind: string; detail: unknown }[]> {
  const { occurrences } = (await page.ask('GET', '/v1/occurrences?group=space')).body;
  return occurrences.map(({ kind, detail }: { kind: string; detail: unknown }) => ({ kind, detail })).reverse();
}
const kindsTo = async (to: Firm) => (await toldTo(to)).map(({ kind }) => kind.replace('space.', ''));
async function partnersOf({ id }: Firm): Promise<string[]> {
  const { db } = server.database;
  const { rows } = await db.query<{ no: number; id: string; name: string }>(
    'select no, id, name from identity.organisation',
  );
  const nos = await agreedPartners(db, rows.find((row) => row.id === id)?.no ?? 0);
  return rows.filter(({ no }) => nos.has(no)).map((row) => row.name);
}

test('members count as partners of each other; who is invited does not, and who left at once no more', async () => {
  const [a, b, c, outside] = await firms('甲', '乙', '丙', '外人');
  const id = await spaceOf(a, b);
  expect(await invite(a, id, c.id)).toBe(200);
  expect([await partnersOf(a), await partnersOf(b), await partnersOf(c)]).toEqual([['乙'], ['甲'], []]);
  expect(await join(c, id)).toBe(200);
  expect((await partnersOf(b)).sort()).toEqual(['丙', '甲']);
  expect(await partnersOf(outside)).toEqual([]);
  expect(await leave(c, id, c)).toBe(204);
  expect([await partnersOf(b), await partnersOf(c)]).toEqual([['甲'], []]);
  expect((await a.page.ask('DELETE', `/v1/spaces/${id}`)).status).toBe(204);
  expect([await partnersOf(a), await partnersOf(b)]).toEqual([[], []]);
});

test('what two agreed by themselves, or in another space, stays when one space ends', async () => {
  const [a, b] = await firms('甲', '乙');
  const first = await spaceOf(a, b);
  const second = await spaceOf(b, a);
  const { body } = await a.page.ask('POST', '/v1/partners', { organisation: b.id });
  expect(await codeOf(b.page, 'POST', `/v1/partners/${body.id}/accept`)).toBe(200);
  expect(await partnersOf(a)).toEqual(['乙']);
  await leave(b, first, b);
  await codeOf(a.page, 'DELETE', `/v1/partners/${body.id}`);
  expect(await partnersOf(a)).toEqual(['乙']);
  await leave(a, second, a);
  expect(await partnersOf(a)).toEqual([]);
});

test('who is in none, was in it, or declined cannot learn of it; who is invited but not yet in is told to the lead alone', async () => {
  const [a, b, c, d] = await firms('甲', '乙', '丙', '丁');
  const id = await spaceOf(a, b);
  for (const each of [c, d]) expect(await invite(a, id, each.id)).toBe(200);
  expect(await namesIn(a, id)).toEqual(['甲', '乙', '丙?', '丁?']);
  expect(await namesIn(b, id)).toEqual(['甲', '乙']);
  expect(await namesIn(c, id)).toEqual(['甲', '乙', '丙?']);
  expect(await listOf(c)).toEqual([
    expect.objectContaining({ ...GIVEN, state: 'invited', leading: false, memberCount: 2, joinedAt: null }),
  ]);
  expect(await codeOf(c.page, 'POST', `/v1/spaces/${id}/refusal`)).toBe(204);
  expect(await leave(b, id, b)).toBe(204);
  const [outside] = await firms('外人');
  for (const stranger of [outside, b, c]) {
    expect(await listOf(stranger)).toEqual([]);
    for (const [method, path, body] of [
      ['GET', '', undefined],
      ['PATCH', '', { name: 'x' }],
      ['DELETE', '', undefined],
      ['POST', '/invitations', { organisation: stranger.id }],
      ['POST', '/acceptance', undefined],
      ['POST', '/refusal', undefined],
      ['DELETE', `/members/${a.id}`, undefined],
      ['DELETE', `/members/${stranger.id}`, undefined],
    ] as const)
      expect([path, await codeOf(stranger.page, method, `/v1/spaces/${id}${path}`, body)]).toEqual([
        path,
        'resource.not-found',
      ]);
  }
  expect(await kindsTo(outside)).toEqual([]);
  expect(await invite(a, id, b.id)).toBe(200);
});

test('a member changes nothing of what the lead does; the lead removes with a reason, hands over, and leaves then', async () => {
  const [a, b, c] = await firms('甲', '乙', '丙');
  const id = await spaceOf(a, b, c);
  expect(await codeOf(b.page, 'PATCH', `/v1/spaces/${id}`, { lead: b.id })).toBe('resource.not-found');
  expect(await codeOf(b.page, 'DELETE', `/v1/spaces/${id}`)).toBe('resource.not-found');
  expect(await invite(b, id, c.id)).toBe('resource.not-found');
  expect(await leave(b, id, c, '?reason=x')).toBe('resource.not-found');
  expect(await leave(a, id, c)).toBe('space.reason');
  expect(await leave(a, id, c, `?reason=${encodeURIComponent('已不再供货')}`)).toBe(204);
  expect(await partnersOf(c)).toEqual([]);
  expect(await leave(a, id, a)).toBe('space.lead-stays');
  for (const none of [c.id, '00000000-0000-4000-8000-000000000000'])
    expect(await codeOf(a.page, 'PATCH', `/v1/spaces/${id}`, { lead: none })).toBe('space.successor');
  expect(await codeOf(a.page, 'PATCH', `/v1/spaces/${id}`, { lead: b.id, name: ' 新名 ' })).toBe(200);
  expect(await read(b, id)).toMatchObject({ name: '新名', leading: true, founder: '甲', lead: { name: '乙' } });
  expect(await leave(a, id, a)).toBe(204);
  expect(await namesIn(b, id)).toEqual(['乙']);
  const removed = { space: GIVEN.name, member: '丙', organisation: c.id, reason: '已不再供货' };
  expect((await toldTo(c)).at(-1)).toEqual({ kind: 'space.removed', detail: removed });
  expect(await kindsTo(b)).toEqual(['invited', 'joined', 'joined', 'removed', 'changed', 'handed-over', 'left']);
});

test('an invitation is taken back, and is nobody’s then; one that is known is not invited twice', async () => {
  const [a, b] = await firms('甲', '乙');
  const id = await found(a);
  for (const unknown of ['nobody', ' ']) expect(await invite(a, id, unknown)).toBe('partner.unknown');
  expect(await invite(a, id, a.id)).toBe('space.known');
  expect(await invite(a, id, b.id)).toBe(200);
  expect(await invite(a, id, b.id)).toBe('space.known');
  expect(await leave(a, id, b)).toBe(204);
  expect(await join(b, id)).toBe('resource.not-found');
  expect(await kindsTo(b)).toEqual(['invited', 'taken-back']);
  expect(await codeOf(a.page, 'POST', '/v1/spaces', { name: ' ', purpose: 'x' })).toBe('request.invalid');
});

describe('bounds', () => {
  test('one is in fifty at most, and a space has five hundred', async () => {
    const [a, b] = await firms('甲', '乙');
    const id = await found(a);
    expect(await invite(a, id, b.id)).toBe(200);
    const { db } = server.database;
    await db.query(
      `with s as (insert into identity.space (founder_no, lead_no, name, purpose)
         select o.no, o.no, 'x', 'x' from identity.organisation o, generate_series(1, 50) where o.id = $1 returning no, lead_no)
       insert into identity.space_member (space_no, org_no, accepted_at) select no, lead_no, now() from s`,
      [b.id],
    );
    expect(await join(b, id)).toBe('space.many');
    expect(await codeOf(b.page, 'POST', '/v1/spaces', GIVEN)).toBe('space.many');
    await db.query(
      `with o as (insert into identity.organisation (name) select 'x' from generate_series(1, 498) returning no)
       insert into identity.space_member (space_no, org_no) select s.no, o.no from o, identity.space s where s.id = $1`,
      [id],
    );
    const [c] = await firms('丙');
    expect(await invite(a, id, c.id)).toBe('space.full');
    expect((await listOf(b, '?perPage=50')).length).toBe(50);
    expect((await b.page.ask('GET', '/v1/spaces?perPage=20')).body.next).toBeDefined();
    expect(await listOf(b, '?state=invited')).toEqual([expect.objectContaining({ id })]);
  });
});

test('an organisation that does not stand is nobody’s partner, and its invitations wait with it', async () => {
  const [a, b, c] = await firms('甲', '乙', '丙');
  const id = await spaceOf(a, b);
  expect(await invite(a, id, c.id)).toBe(200);
  const path = `/v1/operator/organisations/${a.id}/status`;
  const setStatus = (status: string) => operator.ask('POST', path, { status, reason: 'x' });
  await setStatus('suspended');
  expect([await partnersOf(a), await partnersOf(b)]).toEqual([[], []]);
  expect((await read(b, id)).members[0]).toMatchObject({ organisation: { name: '甲', active: false } });
  expect([await listOf(c), await join(c, id)]).toEqual([[], 'resource.not-found']);
  await setStatus('active');
  expect(await join(c, id)).toBe(200);
  expect((await partnersOf(b)).sort()).toEqual(['丙', '甲']);
});

test('who sees records sees spaces; who manages the organisation changes them, and has invitations under what there is to do', async () => {
  const [a, b] = await firms('甲', '乙');
  const id = await found(a);
  expect(await invite(a, id, b.id)).toBe(200);
  const link = await b.page.ask('POST', '/v1/invitations', { name: '李四', role: 'recorder' });
  const recorder = await accept(link.body.url);
  expect(await codeOf(recorder, 'GET', '/v1/spaces')).toBe(200);
  expect(await codeOf(recorder, 'POST', `/v1/spaces/${id}/acceptance`)).toBe('right.missing');
  expect(await codeOf(recorder, 'POST', '/v1/spaces', GIVEN)).toBe('right.missing');
  const { tasks } = (await b.page.ask('GET', '/v1/today')).body;
  expect(tasks).toContainEqual({ kind: 'partner', urgency: 'open', count: 1 });
});
