/** Strangers who know whatever can be known of another, and ask for it on every route. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { IN_QUERIES, kindsIn, ON_PAGES, type Owner } from './canaries.ts';
import { inOddWays, requestsTo, type Target } from './requests.ts';
import type { Answer, Asker, Request, Tenants } from './tenants.ts';

/** What a trace tells beside, to who takes part in the same chain too. `trace-and-page.test.ts` says where. */
const IN_TRACES = ['disposition', 'readpoint', 'packedid', 'soldid', 'shippedid'];

/** Names of places and parties that no page of a unit shows; to whoever has a key and the code. */
const AS_NAMES = ['partyname'];

function toldBy({ path }: Request): readonly string[] {
  if (/^\/epcis\/(epcs|events\/|events\?.*MATCH_)/.test(path)) return IN_QUERIES;
  if (/^\/(epcis|healthz|readyz|metrics|assets|ca\.crt)\b/.test(path)) return [];
  // Whoever names an organisation by its ID is told its name, as with mandates and partners.
  if (path.startsWith('/v1/openings')) return ['organisationname'];
  // A drill is a trace with what it amounts to.
  if (path.startsWith('/v1/trace') || /^\/v1\/drills(\?|$)/.test(path)) return [...ON_PAGES, ...IN_TRACES];
  // The same chains, as events, with master data; parts of a place too, of whoever has recorded the next step of one's own goods.
  if (path.startsWith('/v1/exports/chains')) return [...IN_QUERIES, ...IN_TRACES, 'placestreet', 'child'];
  if (path.startsWith('/v1/codes/names')) return ['productname', 'placename', 'sourcename', ...AS_NAMES];
  return path.startsWith('/v1/') ? [] : ON_PAGES;
}

const STRANGERS: Readonly<Record<Owner, readonly Asker[]>> = {
  A: ['B', 'newcomer', 'anonymous'],
  B: ['A', 'newcomer', 'anonymous'],
};

interface Route {
  readonly method: string;
  readonly url: string;
}

/** The server's routes, one method each, without HEAD, which is asked of every one of GET. */
export function routesOf({ server }: Tenants): Route[] {
  return server.routes
    .flatMap(({ method, url }) => [method].flat().map((each) => ({ method: each, url })))
    .filter(({ method }) => method !== 'HEAD');
}

function decoded(path: string): string {
  const tokens = [...path.matchAll(/nextPageToken=([\w-]+)/g)].map(([, token = '']) => Buffer.from(token, 'base64url'));
  return `${path} ${tokens.join(' ')}`;
}

export interface Strangers {
  kindsAsked(request: Request, owner: Owner): Set<string>;
  /** Asks as each stranger, and finds nothing of the owner's that may not be told and was not in the question; how many answers. */
  expectNothingTold(owner: Owner, request: Request, more?: readonly string[]): Promise<number>;
  /** Every request of every route; in odd ways too the first of each route, or all. How many answers. */
  askEverything(how: { readonly odd: 'first' | 'all' }): Promise<number>;
}

/** A server on a busy machine tells whoever asks to come again, as a person does. */
async function askWithPatience(shared: Tenants, who: Asker, request: Request): Promise<Answer> {
  for (let left = 10; ; left -= 1) {
    const answer = await shared.ask(who, request);
    if (answer.status !== 503 || left === 0) return answer;
    await sleep(1_000);
  }
}

export function strangersOf(shared: Tenants, targets: Readonly<Record<Owner, Target>>): Strangers {
  const kindsAsked = ({ path, headers, body }: Request, owner: Owner): Set<string> =>
    kindsIn(`${decoded(path)} ${JSON.stringify(headers ?? {})} ${body ?? ''}`, owner, shared.given);

  async function expectNothingTold(owner: Owner, request: Request, more: readonly string[] = []): Promise<number> {
    const may = new Set([...toldBy(request), ...kindsAsked(request, owner), ...more]);
    const answers = await Promise.all(
      STRANGERS[owner].map(async (who) => ({ who, answer: await askWithPatience(shared, who, request) })),
    );
    for (const { who, answer } of answers) {
      const told = [...kindsIn(answer.text, owner, shared.given)].filter((kind) => !may.has(kind));
      const asked = [who, request.method ?? 'GET', request.path];
      expect([...asked, told]).toEqual([...asked, []]);
      expect(answer.status, `${asked.join(' ')}: ${answer.body}`).toBeLessThan(500);
    }
    return answers.length;
  }

  async function askEverything({ odd }: { readonly odd: 'first' | 'all' }): Promise<number> {
    let count = 0;
    for (const owner of ['A', 'B'] as const) {
      const asked = routesOf(shared)
        .map((route) => requestsTo(route, targets[owner]) ?? [])
        // The other owner is there to be no special case: of its requests a part will do.
        .map((requests) => (owner === 'A' ? requests : requests.filter((_, i) => i % 12 === 0)));
      // What is captured comes last: until then no stranger has recorded an id of the owner's.
      const isWrite = (requests: readonly Request[]): boolean => requests.some(({ method }) => method === 'POST');
      for (const requests of asked.filter((each) => !isWrite(each))) {
        for (const request of requests) count += await expectNothingTold(owner, request);
        if (owner === 'B') continue;
        const oddly = odd === 'all' ? requests : requests.slice(0, 1);
        for (const each of oddly.flatMap((request) => inOddWays(request, targets[owner]))) {
          count += await expectNothingTold(owner, each);
        }
      }
      for (const request of asked.filter(isWrite).flat()) count += await expectNothingTold(owner, request);
    }
    return count;
  }

  return { kindsAsked, expectNothingTold, askEverything };
}
