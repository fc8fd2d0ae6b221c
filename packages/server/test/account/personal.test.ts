/** Personal data: kept sealed, shown as masks, read for a purpose, erased for good. */
import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { rotateSecrets } from '../../src/modules/identity/index.ts';
import { keepPersonal, resealPersonal } from '../../src/modules/personal/index.ts';
import { type TestServer, testServer } from '../test-server.ts';
import { type Answer, type Browser, browser, OWNER } from './browser.ts';
import { codeOf, type Firms, firmsOf } from './firms.ts';

let server: TestServer;
let firms: Firms;
let owner: Browser;
let program: Browser;
const logged: string[] = [];
beforeAll(async () => {
  server = await testServer({ log: pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) }) });
  firms = await firmsOf(server);
  owner = firms.operator;
  program = browser(server.url, { authorization: `Bearer ${server.key}` });
});
afterAll(() => server.close());
beforeEach(() => server.database.db.query('delete from identity.attempt'));

let phones = 0;
const aPhone = (): string => `138${String(10_000_000 + ++phones * 7_919).slice(0, 8)}`;
const idOf = (ref: string): string => ref.replace('urn:suyuan:person-datum:', '');

async function keep(page: Browser, value: string, kind = 'phone'): Promise<string> {
  const { status, body } = await page.ask('POST', '/v1/personal', { kind, value });
  expect([status, body.code]).toEqual([200, undefined]);
  return idOf(body.ref);
}
const read = (page: Browser, id: string, purpose = '召回通知'): Promise<Answer> =>
  page.ask('POST', `/v1/personal/${id}/read`, { purpose });

/** Everything that the database has in a row, in clear, in hexadecimal and as bytes. */
async function rowOf(id: string): Promise<string> {
  const { rows } = await server.database.db.query<{ row: string; text: string | null }>(
    `select d::text as row, encode(d.sealed, 'escape') as text from personal.datum d where id = $1`,
    [id],
  );
  return JSON.stringify(rows);
}

test('a value is kept, shown as a mask, and stands nowhere in the database', async () => {
  for (const [kind, value, mask] of [
    ['phone', aPhone(), /^138\*{4}\d{4}$/],
    ['phone', '021-61234567', /^021\*{4}67$/],
    ['id-number', '440524188001010014', /^4405\*{10}0014$/],
    ['name', '张建国', /^张\*$/],
    ['address', '上海市徐汇区某路12号', /^上海市\*{4}$/],
    ['other', 'wechat-zhang', /^\*{4}$/],
  ] as const) {
    const kept = await owner.ask('POST', '/v1/personal', { kind, value });
    const id = idOf(kept.body.ref);
    expect(kept.body).toEqual({
      ref: expect.stringMatching(/^urn:suyuan:person-datum:[0-9a-f-]{36}$/),
      kind,
      mask: expect.stringMatching(mask),
    });
    const one = await owner.ask('GET', `/v1/personal/${id}`);
    expect(one.body).toMatchObject({ id, kind, mask: kept.body.mask, erasedAt: null });
    const row = await rowOf(id);
    const spelled = value.replace(/^021-/, '021');
    for (const part of [value, spelled, spelled.slice(0, 8), Buffer.from(spelled).toString('hex')])
      expect(row).not.toContain(part);
    expect((await read(owner, id)).body).toEqual({ value: spelled });
  }
});

test('one value of an organisation is one datum, however it is spelled; of another organisation another', async () => {
  const phone = aPhone();
  const id = await keep(owner, phone);
  for (const spelling of [
    `+86 ${phone}`,
    `0086-${phone.slice(0, 3)}-${phone.slice(3, 7)}-${phone.slice(7)}`,
    `86${phone}`,
  ])
    expect(await keep(owner, spelling)).toBe(id);
  const { page } = await firms.firm('邻村果园');
  const theirs = await keep(page, phone);
  expect(theirs).not.toBe(id);
  const { rows } = await server.database.db.query(
    'select count(distinct fingerprint)::int as n from personal.datum where id = any($1)',
    [[id, theirs]],
  );
  expect(rows).toEqual([{ n: 2 }]);
});

test('many at once, again and at the same time: each value has one key', async () => {
  const { ctx, access } = server.database;
  const values = Array.from(
    { length: 1000 },
    (_, i) => ({ kind: 'phone', value: `159${String(i % 600).padStart(8, '0')}` }) as const,
  );
  const org = { no: 1 };
  const all = () =>
    access.write({ as: 'identity', orgNo: 1, role: 'system' }, (tx) =>
      keepPersonal(tx, { keyring: server.keyring, org }, values),
    );
  const [one, two] = await Promise.all([all(), all()]);
  expect(two).toEqual(one);
  expect(new Set(one.map(({ ref }) => ref)).size).toBe(600);
  expect(one[601]).toEqual(one[1]);
  const more = ctx.write((tx) => keepPersonal(tx, { keyring: server.keyring, org }, [...values, ...values]));
  await expect(more).rejects.toThrow('at most 1000');
});

test('a list has masks only, page by page', async () => {
  const { page } = await firms.firm('列表果园');
  const ids: string[] = [];
  for (let i = 0; i < 5; i += 1) ids.unshift(await keep(page, aPhone()));
  await keep(page, '李梅', 'name');
  const listed: string[] = [];
  let cursor = '';
  do {
    const { status, body } = await page.ask('GET', `/v1/personal?kind=phone&perPage=2${cursor}`);
    expect([status, body.data.length <= 2]).toEqual([200, true]);
    // An id may happen to have as many digits in a row.
    expect(JSON.stringify(body).replace(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, '')).not.toMatch(/\d{11}/);
    listed.push(...body.data.map(({ id }: { id: string }) => id));
    cursor = body.next === undefined ? '' : `&cursor=${body.next}`;
  } while (cursor !== '');
  expect(listed).toEqual(ids);
});

describe('reading in clear', () => {
  test('is noted: who, when, what for, and never the value', async () => {
    const phone = aPhone();
    const id = await keep(owner, phone);
    const answer = await read(owner, id, '通知召回');
    expect([answer.body.value, answer.headers.get('cache-control')]).toEqual([phone, 'no-store']);
    const { body } = await owner.ask('GET', '/v1/occurrences?kind=personal.read');
    const [noted] = body.occurrences;
    expect(noted).toMatchObject({ about: id, person: OWNER.name, detail: { purpose: '通知召回', what: 'phone' } });
    expect(Date.parse(noted.at)).toBeGreaterThan(0);
    expect(JSON.stringify(noted)).not.toContain(phone);
  });

  test('needs a fresh proof, a purpose without a number in it, and a person', async () => {
    const phone = aPhone();
    const id = await keep(owner, phone);
    for (const purpose of ['  ', `打给${phone}`, '查 440524188001010014'])
      expect((await read(owner, id, purpose)).body.code).toBe('personal.purpose');
    expect((await read(owner, id, 'x'.repeat(201))).status).toBe(400);
    const made = await owner.ask('POST', '/v1/keys', { label: 'x', role: 'admin' });
    const admin = browser(server.url, { authorization: `Bearer ${made.body.secret ?? made.body.key}` });
    expect((await admin.ask('GET', `/v1/personal/${id}`)).status).toBe(200);
    expect((await read(admin, id)).body.code).toBe('person.only');
    expect(await codeOf(admin, 'DELETE', `/v1/personal/${id}`)).toBe('person.only');
    await server.database.db.query("update identity.session set proven_at = now() - interval '1 hour'");
    expect((await read(owner, id)).body.code).toBe('session.stale');
    expect(await codeOf(owner, 'DELETE', `/v1/personal/${id}`)).toBe('session.stale');
    await server.database.db.query('update identity.session set proven_at = now()');
    expect((await read(owner, id)).body).toEqual({ value: phone });
  });

  test('goes sixty times, and then has to wait', async () => {
    const id = await keep(owner, aPhone());
    const { body } = await owner.ask('GET', '/v1/me');
    await read(owner, id);
    await server.database.db.query('update identity.attempt set failures = 59');
    expect((await read(owner, id)).status).toBe(200);
    const refused = await read(owner, id);
    expect([refused.status, refused.body.code, typeof body.id]).toEqual([429, 'sign-in.blocked', 'string']);
  });
});

test('a program that records keeps, and sees nothing', async () => {
  const id = await keep(program, aPhone());
  expect(await codeOf(program, 'GET', '/v1/personal')).toBe('key.role');
  expect(await codeOf(program, 'GET', `/v1/personal/${id}`)).toBe('key.role');
  expect(await codeOf(program, 'POST', `/v1/personal/${id}/read`, { purpose: 'x' })).toBe('key.role');
});

test('erased is gone: nothing of it is left in the row, and it is told as erased', async () => {
  const phone = aPhone();
  const id = await keep(owner, phone);
  expect((await owner.ask('DELETE', `/v1/personal/${id}`)).status).toBe(204);
  const { rows } = await server.database.db.query(
    `select sealed, fingerprint, mask, key_no, erased_at is not null as erased, erased_by is not null as by
     from personal.datum where id = $1`,
    [id],
  );
  expect(rows).toEqual([{ sealed: null, fingerprint: null, mask: null, key_no: null, erased: true, by: true }]);
  const refused = await read(owner, id);
  expect([refused.status, refused.body.code]).toEqual([410, 'personal.erased']);
  expect((await owner.ask('DELETE', `/v1/personal/${id}`)).status).toBe(410);
  expect((await owner.ask('GET', `/v1/personal/${id}`)).body).toMatchObject({
    mask: null,
    erasedAt: expect.any(String),
  });
  const { body } = await owner.ask('GET', '/v1/occurrences?kind=personal.erased');
  expect(body.occurrences[0]).toMatchObject({ about: id, person: OWNER.name });
  expect(await keep(owner, phone)).not.toBe(id);
});

test('another organisation finds nothing under the id', async () => {
  const id = await keep(owner, aPhone());
  const { page } = await firms.firm('别家果园');
  expect((await page.ask('GET', `/v1/personal/${id}`)).status).toBe(404);
  expect((await read(page, id)).status).toBe(404);
  expect((await page.ask('DELETE', `/v1/personal/${id}`)).status).toBe(404);
  expect((await page.ask('GET', `/v1/personal?cursor=${id}`)).body).toEqual({ data: [] });
});

test('a row that is moved to another does not open', async () => {
  const [one, two] = [await keep(owner, aPhone()), await keep(owner, aPhone())];
  await server.database.db.query(
    'update personal.datum set sealed = (select sealed from personal.datum where id = $1) where id = $2',
    [one, two],
  );
  expect((await read(owner, two)).status).toBe(500);
  await server.database.db.query('delete from personal.datum where id = $1', [two]);
});

test('keys are renewed under it: read as before, found as before, under the new key alone', async () => {
  const phone = aPhone();
  const id = await keep(owner, phone);
  const { ctx, db } = server.database;
  const { keyNo } = await rotateSecrets(ctx, server.keyring, [resealPersonal]);
  expect(server.keyring.numbers).toEqual([keyNo]);
  const { rows } = await db.query('select distinct key_no from personal.datum where key_no is not null');
  expect(rows).toEqual([{ key_no: keyNo }]);
  expect((await read(owner, id)).body).toEqual({ value: phone });
  expect(await keep(owner, phone)).toBe(id);
  server.keyring.addKey();
  // A renewal that was stopped midway: what is known under the old key is found.
  expect(await keep(owner, phone)).toBe(id);
});

test('a value of another form, a broken body: refused, and not repeated in answer or log', async () => {
  const number = '13900000000';
  for (const body of [
    { kind: 'phone', value: `${number}abc` },
    { kind: 'id-number', value: `${number}?!` },
    { kind: number, value: number },
    { kind: 'phone', value: { number } },
  ]) {
    const { status, body: problem, headers } = await owner.ask('POST', '/v1/personal', body);
    expect(status).toBe(400);
    expect(JSON.stringify([problem, [...headers]])).not.toContain(number);
  }
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${server.key}` };
  const broken = await fetch(`${server.url}/v1/personal`, { method: 'POST', headers, body: `{"value": ${number}x}` });
  expect([broken.status, (await broken.text()).includes(number)]).toEqual([400, false]);
  const secret = `137${randomBytes(4).readUInt32BE().toString().padStart(10, '0').slice(-8)}`;
  await read(owner, await keep(owner, secret));
  const said = logged.join('');
  expect([said.length > 0, said.includes(number), said.includes(secret)]).toEqual([true, false, false]);
});
