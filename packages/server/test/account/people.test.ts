/** People of an organisation: invitations, roles, leaving, resets, keys, and what is noted of it. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verify } from '../../src/modules/events/index.ts';
import { type TestServer, testServer } from '../test-server.ts';
import { type Browser, browser, firstOwner, OWNER } from './browser.ts';

let server: TestServer;
let owner: Browser;
let ownerId: string;
beforeAll(async () => {
  server = await testServer();
  owner = await firstOwner(server);
  ownerId = (await owner.ask('GET', '/v1/me')).body.id;
});
afterAll(() => server.close());

const tokenOf = (url: string): string => url.split('#')[1] ?? '';

async function invited(role: string, name = '李梅'): Promise<string> {
  const { status, body } = await owner.ask('POST', '/v1/invitations', { name, role });
  expect(status).toBe(200);
  return tokenOf(body.url);
}

const somebody = () => ({
  name: '李梅',
  loginName: `li.mei.${randomBytes(4).toString('hex')}`,
  password: '七月的葡萄架下乘凉',
});

/** A new person in a role, signed in. */
async function joined(role: string): Promise<{ page: Browser; id: string; person: ReturnType<typeof somebody> }> {
  const page = browser(server.url);
  const person = somebody();
  const { status, body } = await page.ask('POST', '/v1/links/invitation', { token: await invited(role), person });
  expect([status, body.organisation?.role]).toEqual([200, role]);
  return { page, id: body.person.id, person };
}

describe('an invitation', () => {
  test('tells who invites whom into what, without being used', async () => {
    const token = await invited('recorder');
    const { body } = await browser(server.url).ask('POST', '/v1/links/open', { token });
    expect(body).toMatchObject({
      purpose: 'invitation',
      name: '李梅',
      role: 'recorder',
      organisation: { name: '青山果园' },
      invitedBy: OWNER.name,
    });
  });

  test('lets in once; again it is not valid, and tells nothing', async () => {
    const token = await invited('viewer');
    const page = browser(server.url);
    expect((await page.ask('POST', '/v1/links/invitation', { token, person: somebody() })).status).toBe(200);
    for (const path of ['/v1/links/open', '/v1/links/invitation']) {
      const { status, body } = await browser(server.url).ask('POST', path, {
        token,
        ...(path.endsWith('open') ? {} : { person: somebody() }),
      });
      expect([status, body.code]).toEqual([404, 'link.invalid']);
    }
  });

  test('of ten who use it at once one gets in', async () => {
    const token = await invited('viewer');
    const statuses = await Promise.all(
      Array.from({ length: 10 }, async () => {
        const answer = await browser(server.url).ask('POST', '/v1/links/invitation', { token, person: somebody() });
        return answer.status;
      }),
    );
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    await server.database.db.query('delete from identity.attempt');
  });

  test('two for one person: the second says that it is in already, and stays good for somebody else', async () => {
    const { page } = await joined('viewer');
    const token = await invited('recorder');
    const again = await page.ask('POST', '/v1/links/invitation', { token });
    expect([again.status, again.body.code]).toEqual([409, 'person.already-member']);
    expect((await browser(server.url).ask('POST', '/v1/links/open', { token })).status).toBe(200);
  });

  test('that is taken back, or has expired, opens nothing', async () => {
    const token = await invited('viewer', '王五');
    const { body } = await owner.ask('GET', '/v1/invitations');
    const { id } = body.invitations.find(({ name }: { name: string }) => name === '王五');
    expect((await owner.ask('DELETE', `/v1/invitations/${id}`)).status).toBe(204);
    expect((await browser(server.url).ask('POST', '/v1/links/open', { token })).status).toBe(404);
    const old = await invited('viewer');
    await server.database.db.query('update identity.link set expires_at = now() where used_at is null');
    expect((await browser(server.url).ask('POST', '/v1/links/open', { token: old })).status).toBe(404);
  });

  test('somebody’s name or login name is not a password; a login name that is taken is told', async () => {
    const token = await invited('viewer');
    const use = async (person: object) =>
      (await browser(server.url).ask('POST', '/v1/links/invitation', { token, person })).body.code;
    expect(await use({ ...somebody(), password: '短密码' })).toBe('person.password-short');
    expect(await use({ ...somebody(), password: '青山果园2026' })).toBe('person.password-context');
    expect(await use({ ...somebody(), password: 'password123' })).toBe('person.password-common');
    expect(await use({ ...somebody(), loginName: 'peach.orchard', password: 'peach.orchard' })).toBe(
      'person.password-context',
    );
    expect(await use({ ...somebody(), loginName: OWNER.loginName.toUpperCase() })).toBe('person.login-name-taken');
    expect(await use({ ...somebody(), loginName: '11010519491231002X' })).toBe('person.login-name');
  });
});

describe('a role', () => {
  test.each(['recorder', 'drafter', 'releaser', 'auditor', 'viewer'])('%s manages nobody', async (role) => {
    const { page } = await joined(role);
    const refused = { name: 'x', role: 'owner' };
    for (const [method, path, body] of [
      ['GET', '/v1/people'],
      ['GET', '/v1/invitations'],
      ['POST', '/v1/invitations', refused],
      ['GET', '/v1/roles'],
      ['GET', '/v1/keys'],
      ['POST', '/v1/keys', { label: 'x', role: 'query' }],
      ['PATCH', `/v1/people/${ownerId}`, { role: 'viewer' }],
      ['DELETE', `/v1/people/${ownerId}`],
      ['POST', `/v1/people/${ownerId}/reset`, { what: 'password' }],
    ] as const) {
      const { status, body: problem } = await page.ask(method, path, body);
      expect([method, path, status, problem.code]).toEqual([method, path, 403, 'right.missing']);
    }
    const events = await page.ask('GET', '/epcis/events');
    expect(events.status).toBe(200);
  });

  test('an administrator makes no owner, and does nothing to one', async () => {
    const { page } = await joined('administrator');
    expect((await page.ask('POST', '/v1/invitations', { name: 'x', role: 'owner' })).body.code).toBe('role.beyond');
    expect((await page.ask('PATCH', `/v1/people/${ownerId}`, { role: 'viewer' })).body.code).toBe('role.beyond');
    expect((await page.ask('DELETE', `/v1/people/${ownerId}`)).body.code).toBe('role.beyond');
    expect((await page.ask('POST', `/v1/people/${ownerId}/reset`, { what: 'password' })).body.code).toBe('role.beyond');
    expect((await page.ask('PUT', '/v1/roles/super', { title: '超级', rights: ['own'] })).body.code).toBe(
      'role.beyond',
    );
  });

  test('is data: one of the organisation’s own gives what it says, at once, and goes when nobody was in it', async () => {
    const { page, id } = await joined('viewer');
    expect((await owner.ask('PUT', '/v1/roles/warehouse', { title: '仓库', rights: ['query', 'manage'] })).status).toBe(
      200,
    );
    expect((await owner.ask('PATCH', `/v1/people/${id}`, { role: 'warehouse' })).body).toMatchObject({
      role: 'warehouse',
      title: '仓库',
    });
    expect((await page.ask('GET', '/v1/people')).status).toBe(200);
    await owner.ask('PUT', '/v1/roles/warehouse', { title: '仓库', rights: ['query'] });
    expect((await page.ask('GET', '/v1/people')).status).toBe(403);
    expect((await owner.ask('DELETE', '/v1/roles/warehouse')).body.code).toBe('role.in-use');
    await owner.ask('PUT', '/v1/roles/unused', { title: '无人', rights: [] });
    expect((await owner.ask('DELETE', '/v1/roles/unused')).status).toBe(204);
    expect((await owner.ask('PUT', '/v1/roles/viewer', { title: 'x', rights: [] })).body.code).toBe('role.given');
  });
});

describe('leaving', () => {
  test('a member who is taken out has no organisation from the next request on', async () => {
    const { page, id } = await joined('recorder');
    expect((await owner.ask('DELETE', `/v1/people/${id}`)).status).toBe(204);
    expect((await page.ask('GET', '/epcis/events')).body).toMatchObject({ status: 403 });
    expect((await page.ask('GET', '/v1/session')).body.organisation).toBeUndefined();
  });

  test('the last owner stays, whatever is tried', async () => {
    expect((await owner.ask('DELETE', `/v1/people/${ownerId}`)).body.code).toBe('organisation.last-owner');
    expect((await owner.ask('PATCH', `/v1/people/${ownerId}`, { role: 'viewer' })).body.code).toBe(
      'organisation.last-owner',
    );
  });

  test('of two owners who leave at once one stays', async () => {
    const { page, id } = await joined('owner');
    const answers = await Promise.all([
      owner.ask('PATCH', `/v1/people/${ownerId}`, { role: 'administrator' }),
      page.ask('PATCH', `/v1/people/${id}`, { role: 'administrator' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const stayed = answers[0]?.status === 409 ? owner : page;
    await stayed.ask('PATCH', `/v1/people/${ownerId}`, { role: 'owner' });
    await owner.ask('PATCH', `/v1/people/${id}`, { role: 'viewer' });
  });
});

describe('a reset', () => {
  test('of a password: the link sets one, once; what was open ends; whoever made it never learns the password', async () => {
    const { page, id, person } = await joined('recorder');
    const { body } = await owner.ask('POST', `/v1/people/${id}/reset`, { what: 'password' });
    const token = tokenOf(body.url);
    const fresh = browser(server.url);
    const set = await fresh.ask('POST', '/v1/links/password', { token, password: '另一句不一样的话' });
    expect([set.status, set.body.stage]).toEqual([200, 'full']);
    expect((await page.ask('GET', '/v1/session')).status).toBe(401);
    const signIn = (password: string) =>
      browser(server.url).ask('POST', '/v1/session', { name: person.loginName, password });
    expect((await signIn(person.password)).status).toBe(401);
    expect((await signIn('另一句不一样的话')).status).toBe(200);
    expect(
      (await browser(server.url).ask('POST', '/v1/links/password', { token, password: '另一句不一样的话' })).status,
    ).toBe(404);
  });

  test('a newer link takes the older out of force', async () => {
    const { id } = await joined('recorder');
    const older = tokenOf((await owner.ask('POST', `/v1/people/${id}/reset`, { what: 'password' })).body.url);
    await owner.ask('POST', `/v1/people/${id}/reset`, { what: 'password' });
    expect((await browser(server.url).ask('POST', '/v1/links/open', { token: older })).status).toBe(404);
  });

  test('of who is in another organisation too is not this one’s to do', async () => {
    const { id } = await joined('viewer');
    await server.database.db.query("insert into identity.organisation (code) values ('another')");
    await server.database.db.query(
      "insert into identity.membership (org_no, person_id, role) select no, $1, 'owner' from identity.organisation where code = 'another'",
      [id],
    );
    const { status, body } = await owner.ask('POST', `/v1/people/${id}/reset`, { what: 'password' });
    expect([status, body.code]).toEqual([403, 'person.elsewhere']);
  });
});

describe('keys', () => {
  test('are made, used for what they are for, rotated with an overlap, and taken back', async () => {
    const made = await owner.ask('POST', '/v1/keys', { label: '仓库扫码枪', role: 'capture', scopes: ['query'] });
    expect(made.body.secret).toMatch(/^sy_[\w-]{43}$/);
    const use = async (secret: string, path: string) =>
      (await fetch(server.url + path, { headers: { authorization: `Bearer ${secret}` } })).status;
    expect(await use(made.body.secret, '/epcis/events')).toBe(200);
    expect(await use(made.body.secret, '/v1/trace?code=x')).toBe(403);
    const rotated = await owner.ask('POST', `/v1/keys/${made.body.id}/rotate`, { overlapDays: 1 });
    expect(await use(made.body.secret, '/epcis/events')).toBe(200);
    expect(await use(rotated.body.secret, '/epcis/events')).toBe(200);
    const { keys } = (await owner.ask('GET', '/v1/keys')).body;
    expect(keys.find(({ id }: { id: string }) => id === rotated.body.id)).toMatchObject({
      label: '仓库扫码枪',
      scopes: ['query'],
      replaces: made.body.id,
      madeBy: OWNER.name,
    });
    expect(JSON.stringify(keys)).not.toContain(rotated.body.secret);
    expect((await owner.ask('DELETE', `/v1/keys/${rotated.body.id}`)).status).toBe(204);
    expect(await use(rotated.body.secret, '/epcis/events')).toBe(401);
  });

  test('end at a time to come, and are for no more than their role', async () => {
    const make = async (body: object) => (await owner.ask('POST', '/v1/keys', { label: 'x', ...body })).body.code;
    expect(await make({ role: 'query', expiresAt: '2020-01-01T00:00:00Z' })).toBe('key.expiry');
    expect(await make({ role: 'query', scopes: ['capture'] })).toBe('key.scopes');
  });
});

test('what happened is told to whoever audits, the newest first, by pages, with the log’s positions', async () => {
  const { page } = await joined('auditor');
  await new Promise((done) => setTimeout(done, 1_500)); // the sequencer's own pace
  const first = (await page.ask('GET', '/v1/occurrences?perPage=5')).body;
  expect(first.occurrences).toHaveLength(5);
  expect(first.occurrences[0]).toMatchObject({ kind: 'member.added', person: '李梅', address: '127.0.0.1' });
  const second = (await page.ask('GET', `/v1/occurrences?perPage=5&cursor=${first.next}`)).body;
  const positions = [...first.occurrences, ...second.occurrences].map(({ position }) => position);
  expect(positions).toEqual([...positions].sort((a, b) => b - a));
  const kinds = (await page.ask('GET', '/v1/occurrences?kind=role.set')).body.occurrences;
  expect(kinds.map(({ kind }: { kind: string }) => kind)).toEqual(expect.arrayContaining(['role.set']));
  const { page: other } = await joined('viewer');
  expect((await other.ask('GET', '/v1/occurrences')).status).toBe(403);
});

async function faults(): Promise<string[]> {
  const told: string[] = [];
  for await (const step of verify(server.database.ctx))
    if ('kind' in step) told.push(`${step.kind} ${step.what ?? ''}`.trim());
  return told;
}

test('the log covers what happened: a row that is changed, taken out or added is found', async () => {
  const { db } = server.database;
  expect(await faults()).toEqual([]);
  const last = '(select max(block) from identity.occurrence)';
  for (const [change, wanted] of [
    [`update identity.occurrence set kind = 'role.set' where block = ${last}`, 'occurrence-differs kind'],
    [
      `update identity.occurrence set body = replace(body, '127.0.0.1', '10.0.0.1') where block = ${last}`,
      'leaf-differs',
    ],
    [`update identity.occurrence set person_id = null where block = ${last}`, 'occurrence-differs person'],
    [`update identity.occurrence set org_no = 2 where block = ${last}`, 'run-differs orgNo'],
    [`delete from identity.occurrence where block = ${last}`, 'received-missing'],
    [
      "insert into identity.occurrence (block, org_no, at, kind, body) values (99999999, 1, now(), 'role.set', '{}')",
      'occurrence-not-logged',
    ],
  ] as const) {
    const client = await db.pool.connect();
    try {
      await client.query('create table identity.kept as table identity.occurrence');
      await client.query(change);
      expect(await faults()).toContain(wanted);
    } finally {
      await client.query(
        'delete from identity.occurrence; insert into identity.occurrence table identity.kept; drop table identity.kept',
      );
      client.release();
    }
  }
  expect(await faults()).toEqual([]);
});
