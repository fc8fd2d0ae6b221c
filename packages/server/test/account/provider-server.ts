/** A server with a provider that people sign in by, and what a browser does on the way there and back. */
import { CLIENT, type FakeIssuer, startFakeIssuer } from '../../src/modules/identity/oidc/fake-issuer.fixture.ts';
import { type TestServer, testServer } from '../test-server.ts';
import { type Answer, type Browser, browser, firstOwner } from './browser.ts';

export interface ProviderServer {
  readonly server: TestServer;
  readonly fake: FakeIssuer;
  readonly owner: Browser;
  /** Makes a provider of the fake issuer; returns its id. */
  provide(more?: Record<string, unknown>): Promise<string>;
  /** The address that the provider sends the browser back to, relative to the server. */
  depart(page: Browser, path: string, body?: unknown): Promise<string>;
  /** There and back; where to the page goes on. */
  signIn(page: Browser, id: string, body?: unknown): Promise<string>;
  close(): Promise<void>;
}

/** Where to the page that a browser comes back to goes on. */
function goesOn({ status, body }: Answer): string {
  const [, path = ''] = /http-equiv="refresh" content="0;url=([^"]*)"/.exec(String(body)) ?? [];
  return status === 200 ? path.replaceAll('&amp;', '&') : `${status}`;
}

export async function providerServer(options: Parameters<typeof testServer>[0] = {}): Promise<ProviderServer> {
  const [server, fake] = await Promise.all([testServer(options), startFakeIssuer()]);
  const owner = await firstOwner(server);
  const back = async (page: Browser, path: string, body: unknown = {}): Promise<string> => {
    const begun = await page.ask('POST', path, body);
    if (begun.status !== 200) throw new Error(`${begun.status} ${JSON.stringify(begun.body)}`);
    const url = fake.signIn(begun.body.url);
    return url.pathname + url.search;
  };
  return {
    server,
    fake,
    owner,
    async provide(more = {}) {
      const wanted = { name: '政务统一认证', issuer: fake.issuer, ...CLIENT, ...more };
      const { status, body } = await owner.ask('POST', '/v1/operator/providers', wanted);
      if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
      return body.id;
    },
    depart: back,
    async signIn(page, id, body) {
      return goesOn(
        await page.ask('GET', await back(page, `/v1/session/providers/${id}`, body), undefined, FROM_THERE),
      );
    },
    async close() {
      await server.close();
      await fake.close();
    },
  };
}

/** What a browser says of a navigation that another site began. */
const FROM_THERE = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };

export const stranger = ({ server }: ProviderServer): Browser => browser(server.url);

/** Where a refusal is told. */
export const REFUSED = (code: string): string => `/console/sign-in#error=${code}`;

/** Comes back to an address of the server; where to the page goes on. */
export async function come(page: Browser, path: string): Promise<string> {
  return goesOn(await page.ask('GET', path, undefined, FROM_THERE));
}

/** Whoever is the provider's `sub` from here on is the person at this page. */
export async function link(
  { fake, depart }: ProviderServer,
  page: Browser,
  { sub, provider }: { readonly sub: string; readonly provider: string },
): Promise<string> {
  fake.behaviour.claims = { sub };
  return come(page, await depart(page, `/v1/me/subjects/${provider}`, { returnTo: '/console/me' }));
}
