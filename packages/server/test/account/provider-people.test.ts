/** Who comes by a provider: by an invitation, by linking, by the word of an organisation’s own; and who names providers. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { rotateSecrets } from '../../src/modules/identity/index.ts';
import type { Browser } from './browser.ts';
import { come, link, type ProviderServer, providerServer, REFUSED, stranger } from './provider-server.ts';

let at: ProviderServer;
let id: string;

beforeAll(async () => {
  at = await providerServer();
  id = await at.provide();
});
afterAll(() => at.close());
beforeEach(async () => {
  at.fake.behaviour.claims = {};
  at.fake.behaviour.instead.clear();
  await at.server.database.db.query('delete from identity.attempt');
  await at.server.database.db.query('update identity.session set proven_at = now()');
});

async function invitation(role = 'recorder'): Promise<string> {
  const { body } = await at.owner.ask('POST', '/v1/invitations', { name: '李四', role });
  return body.url.split('#')[1];
}

describe('an invitation', () => {
  const accept = async (page: Browser, token: string, claims: Record<string, unknown>): Promise<string> => {
    at.fake.behaviour.claims = claims;
    return come(page, await at.depart(page, '/v1/links/provider', { token, providerId: id }));
  };

  test('is accepted by an account of the provider: a new person, who signs in by it from then on', async () => {
    const [page, token] = [stranger(at), await invitation()];
    expect(await accept(page, token, { sub: 'li-4', name: '李小四' })).toBe('/console');
    const { body } = await page.ask('GET', '/v1/session');
    expect(body).toMatchObject({ stage: 'full', person: { name: '李小四' }, organisation: { role: 'recorder' } });
    const next = stranger(at);
    await at.signIn(next, id);
    expect((await next.ask('GET', '/v1/session')).body.person).toEqual(body.person);
    const reused = await page.ask('POST', '/v1/links/provider', { token, providerId: id });
    expect([reused.status, reused.body.code]).toEqual([404, 'link.invalid']);
    // The only way that it has.
    const last = await next.ask('DELETE', `/v1/me/subjects/${id}`);
    expect([last.status, last.body.code]).toEqual([409, 'person.last-way']);
  });

  test('that was taken back meanwhile lets nobody in', async () => {
    const [page, token] = [stranger(at), await invitation()];
    at.fake.behaviour.claims = { sub: 'late' };
    const back = await at.depart(page, '/v1/links/provider', { token, providerId: id });
    const { invitations } = (await at.owner.ask('GET', '/v1/invitations')).body;
    await at.owner.ask('DELETE', `/v1/invitations/${invitations[0].id}`);
    expect(await come(page, back)).toBe(REFUSED('link.invalid'));
    expect(await at.signIn(stranger(at), id)).toBe(REFUSED('oidc.unknown'));
  });

  test('is still there where the provider was away', async () => {
    const [page, token] = [stranger(at), await invitation()];
    at.fake.behaviour.instead.set('/token', (response) => void response.writeHead(503).end());
    expect(await accept(page, token, { sub: 'wu-5' })).toBe(REFUSED('oidc.unavailable'));
    at.fake.behaviour.instead.clear();
    expect(await accept(page, token, { sub: 'wu-5' })).toBe('/console');
    expect((await page.ask('GET', '/v1/session')).body.person.name).toBe('李四');
  });
});

describe('linking', () => {
  test('an account that is somebody’s is nobody else’s', async () => {
    const page = stranger(at);
    at.fake.behaviour.claims = { sub: 'li-4' };
    await at.signIn(page, id);
    const second = await at.provide({ name: '另一个' });
    expect(await link(at, page, { sub: 'li-4-second', provider: second })).toBe('/console/me');
    expect(await link(at, at.owner, { sub: 'li-4-second', provider: second })).toBe('/console/me#error=oidc.taken');
    expect((await page.ask('DELETE', `/v1/me/subjects/${second}`)).status).toBe(204);
    expect(await at.signIn(stranger(at), second)).toBe(REFUSED('oidc.unknown'));
    await at.owner.ask('DELETE', `/v1/operator/providers/${second}`);
  });

  test('needs a fresh proof, and somebody who is still signed in', async () => {
    await at.server.database.db.query("update identity.session set proven_at = now() - interval '11 minutes'");
    const stale = await at.owner.ask('POST', `/v1/me/subjects/${id}`, {});
    expect([stale.status, stale.body.code]).toEqual([403, 'session.stale']);
    await at.server.database.db.query('update identity.session set proven_at = now()');
    const page = stranger(at);
    at.fake.behaviour.claims = { sub: 'li-4' };
    await at.signIn(page, id);
    const other = await at.provide({ name: '第三个' });
    const back = await at.depart(page, `/v1/me/subjects/${other}`, {});
    await page.ask('DELETE', '/v1/session');
    expect(await come(page, back)).toBe('/console#error=session.missing');
    await at.owner.ask('DELETE', `/v1/operator/providers/${other}`);
  });
});

describe('an organisation’s own provider', () => {
  let own: string;
  let organisation: string;
  beforeAll(async () => {
    await at.server.database.db.query("insert into identity.organisation (name, code) values ('河谷米业', 'heguo')");
    const { rows } = await at.server.database.db.query<{ id: string }>(
      "select id from identity.organisation where name = '河谷米业'",
    );
    organisation = rows[0]?.id ?? '';
    own = await at.provide({ name: '河谷员工', organisation, admitRole: 'viewer' });
  });

  test('lets whoever it signs in join that organisation, in the role that was set, once', async () => {
    at.fake.behaviour.claims = { sub: 'staff-1', name: '赵六\u0000\n' };
    const page = stranger(at);
    expect(await at.signIn(page, own)).toBe('/console');
    const { body } = await page.ask('GET', '/v1/session');
    expect(body).toMatchObject({ person: { name: '赵六' }, organisation: { id: organisation, role: 'viewer' } });
    const again = stranger(at);
    await at.signIn(again, own);
    expect((await again.ask('GET', '/v1/session')).body.person).toEqual(body.person);
    expect((await again.ask('GET', '/v1/places')).body.places).toHaveLength(1);
  });

  test('does not take the account of another provider for its own', async () => {
    at.fake.behaviour.claims = { sub: 'staff-1' };
    expect(await at.signIn(stranger(at), id)).toBe(REFUSED('oidc.unknown'));
  });

  test('accepts no invitation into another', async () => {
    const refused = await stranger(at).ask('POST', '/v1/links/provider', {
      token: await invitation(),
      providerId: own,
    });
    expect([refused.status, refused.body.code]).toEqual([404, 'oidc.disabled']);
  });

  test('lets nobody in to manage it, nor into the whole installation', async () => {
    const ask = async (more: object): Promise<string> => {
      const wanted = { name: 'x', issuer: at.fake.issuer, clientId: 'x', ...more };
      return (await at.owner.ask('POST', '/v1/operator/providers', wanted)).body.code;
    };
    expect(await ask({ organisation, admitRole: 'administrator' })).toBe('provider.admit');
    expect(await ask({ organisation, admitRole: 'unheard-of' })).toBe('provider.admit');
    expect(await ask({ admitRole: 'viewer' })).toBe('provider.admit');
    await at.server.database.db.query(
      "update identity.role set rights = '{query,manage}' where name = 'viewer' and org_no <> 1",
    );
    at.fake.behaviour.claims = { sub: 'staff-2' };
    expect(await at.signIn(stranger(at), own)).toBe(REFUSED('oidc.unknown'));
  });
});

describe('the operator', () => {
  test.each([
    'http://idp.example',
    'https://idp.example/?a=b',
    'https://u:p@idp.example',
    'javascript:alert(1)',
    'idp',
  ])('names no provider %s', async (issuer) => {
    const { status, body } = await at.owner.ask('POST', '/v1/operator/providers', { name: 'x', issuer, clientId: 'x' });
    expect([status, body.code]).toEqual([400, 'provider.issuer']);
  });

  test('is never shown a secret again, and it is kept sealed', async () => {
    const { body } = await at.owner.ask('GET', '/v1/operator/providers');
    expect(body.providers.find((one: { id: string }) => one.id === id)).toMatchObject({
      hasSecret: true,
      organisation: null,
    });
    const { rows } = await at.server.database.db.query<{ text: string }>(
      `select encode(sealed, 'escape') || to_jsonb(p)::text as text from identity.provider p
       union all select body from identity.occurrence`,
    );
    for (const { text } of rows) expect(text).not.toContain('s3cret');
    expect(JSON.stringify(body)).not.toContain('s3cret');
  });

  test('goes on after the secrets were sealed under a new key', async () => {
    const { database, keyring } = at.server;
    const { keyNo, sealed } = await rotateSecrets(database.ctx, keyring, []);
    expect(sealed).toBeGreaterThan(0);
    expect(keyring.numbers).toEqual([keyNo]);
    at.fake.behaviour.claims = { sub: 'li-4' };
    expect(await at.signIn(stranger(at), id)).toBe('/console');
  });

  test('is asked for a fresh proof; nobody else names providers', async () => {
    const page = stranger(at);
    at.fake.behaviour.claims = { sub: 'li-4' };
    await at.signIn(page, id);
    for (const [method, path, body] of [
      ['GET', '/v1/operator/providers', undefined],
      ['POST', '/v1/operator/providers', { name: 'x', issuer: 'https://idp.example', clientId: 'x' }],
      ['PATCH', `/v1/operator/providers/${id}`, { name: 'x' }],
      ['DELETE', `/v1/operator/providers/${id}`, undefined],
    ] as const) {
      const refused = await page.ask(method, path, body);
      expect([method, refused.status, refused.body.code]).toEqual([method, 403, 'right.missing']);
    }
    await at.server.database.db.query("update identity.session set proven_at = now() - interval '11 minutes'");
    expect((await at.owner.ask('DELETE', `/v1/operator/providers/${id}`)).body.code).toBe('session.stale');
  });

  test('ends a provider: who is on the way is not let in, and signs in again once it is there again', async () => {
    const page = stranger(at);
    at.fake.behaviour.claims = { sub: 'li-4' };
    const back = await at.depart(page, `/v1/session/providers/${id}`);
    expect((await at.owner.ask('DELETE', `/v1/operator/providers/${id}`)).status).toBe(204);
    expect(await come(page, back)).toBe(REFUSED('oidc.disabled'));
    const refused = await page.ask('POST', `/v1/session/providers/${id}`, {});
    expect([refused.status, refused.body.code]).toEqual([404, 'oidc.disabled']);
    expect(JSON.stringify((await page.ask('GET', '/v1/providers')).body)).not.toContain(id);
    await at.owner.ask('PATCH', `/v1/operator/providers/${id}`, { enabled: true });
    expect(await at.signIn(page, id)).toBe('/console');
    const { body } = await at.owner.ask('GET', '/v1/occurrences');
    const kinds = body.occurrences.map(({ kind }: { kind: string }) => kind);
    expect(kinds).toEqual(
      expect.arrayContaining(['provider.made', 'provider.changed', 'provider.ended', 'subject.linked']),
    );
  });
});
