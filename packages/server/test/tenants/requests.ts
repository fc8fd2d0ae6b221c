/** What a stranger may ask of each route, knowing the codes, ids, jobs and page tokens of another; for tests. */
import { KEY_SEGMENTS } from '@suyuan/codes';
import { documentOf, objectEvent } from '../documents.ts';
import { accountRequestsTo } from './account-requests.ts';
import type { Owner } from './canaries.ts';
import { codesOf, namesOf, SHARED_LOT } from './private-documents.ts';
import type { Request, Tenants } from './tenants.ts';

/** What a stranger knows of an owner. */
export interface Target {
  readonly owner: Owner;
  readonly codes: readonly string[];
  readonly ids: readonly string[];
  readonly jobs: readonly string[];
  /** Of pages of events, and of jobs: those that the owner was given, and guessed ones. */
  readonly tokens: readonly string[];
  readonly jobTokens: readonly string[];
  /** What the server itself calls the owner and what is its own. */
  readonly own: readonly string[];
}

const enc = encodeURIComponent;
const base64 = (text: string): string => Buffer.from(text).toString('base64url');

export async function targetOf({ ask, given }: Tenants, owner: Owner): Promise<Target> {
  const tokensOf = async (path: string): Promise<string[]> => {
    const found: string[] = [];
    for (let next: string | undefined = `${path}?perPage=1`; next !== undefined; ) {
      const { text }: { text: string } = await ask(owner, { path: next });
      next = /^link: <(.*)>; rel="next"$/m.exec(text)?.[1];
      if (next !== undefined) found.push(new URLSearchParams(next.split('?')[1]).get('nextPageToken') ?? '');
    }
    return found;
  };
  const jobs = given[owner].get('job') ?? [];
  const rows = given[owner].get('rowId') ?? [];
  const guessed = Array.from({ length: 12 }, (_, position) => base64(`p${position}`));
  return {
    owner,
    own: ['organisationId', 'keyId', 'key', 'rowId'].flatMap((kind) => given[owner].get(kind)?.slice(0, 3) ?? []),
    codes: [...Object.values(codesOf(owner)), SHARED_LOT, 'urn:epc:idpat:sgtin:0614141.107346.*', '10614141073464'],
    ids: [...namesOf(owner), ...jobs, ...rows, ...rows.map((id) => `urn:uuid:${id}`)],
    jobs: [...jobs, ...jobs.map((job) => job.toUpperCase()), ...jobs.map((job) => `${job}%00`), '%25', '*'],
    tokens: [...(await tokensOf('/epcis/events')), ...guessed, base64('p-1'), base64('p1e3'), '%00'],
    jobTokens: [
      ...(await tokensOf('/epcis/capture')),
      ...jobs.map((job) => base64(`2030-01-01T00:00:00.000Z ${job}`)),
      base64("2030-01-01T00:00:00.000Z ' or true --"),
    ],
  };
}

const PUBLIC_HEADERS = [{}, { accept: 'application/json' }, { accept: 'application/linkset+json' }];

/** Requests by what the route is called in the list of the server, `GET` where nothing else is said. */
const ROUTES: Readonly<Record<string, (target: Target) => Request[]>> = {
  '/pictures/:digest': ({ ids }) =>
    pages(['/pictures/0', `/pictures/${'0'.repeat(64)}`, ...ids.map((id) => `/pictures/${enc(id)}`)]),
  '/epcis/openapi.json': () => [{ path: '/epcis/openapi.json' }],
  'POST /epcis/capture': ({ ids, owner }) => [
    ...ids
      .slice(0, 12)
      .flatMap((eventID) => ['rollback', 'proceed'].map((way) => captured(way, [objectEvent({ eventID })]))),
    ...ids.slice(0, 8).map((id) => captured('proceed', [objectEvent({ errorDeclaration: declaring(id) })])),
    captured('proceed', [{ type: 'ObjectEvent' }, objectEvent({ epcList: [codesOf(owner).item] })]),
    { method: 'POST', path: '/epcis/capture', headers: { 'content-type': 'application/xml' }, body: '<a/>' },
  ],
  'OPTIONS /epcis/capture': () => [{ method: 'OPTIONS', path: '/epcis/capture' }],
  '/epcis/capture': ({ jobTokens, tokens }) => [
    { path: '/epcis/capture' },
    ...[...jobTokens, ...tokens.slice(0, 3)].flatMap((token) => [
      { path: `/epcis/capture?nextPageToken=${token}` },
      { path: `/epcis/capture?perPage=1&nextPageToken=${token}` },
    ]),
  ],
  '/epcis/capture/:captureID': ({ jobs }) => jobs.map((job) => ({ path: `/epcis/capture/${job}` })),
  'POST /epcis/events': ({ ids }) =>
    ids.slice(0, 12).map((eventID) => ({
      method: 'POST',
      path: '/epcis/events',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...JSON.parse(documentOf([])), ...objectEvent({ eventID }), epcisBody: undefined }),
    })),
  '/epcis/events': (target) => eventQueries(target).map((query) => ({ path: `/epcis/events?${query}` })),
  '/epcis/events/:eventID': ({ ids, codes }) =>
    [...ids, ...codes].flatMap((id) => [
      { path: `/epcis/events/${enc(id)}` },
      { path: `/epcis/events/${enc(`${id}%`)}` },
    ]),
  '/epcis/epcs/:epc/events': (target) => {
    const asked = eventQueries(target);
    return target.codes.flatMap((code, i) =>
      ['', ...asked.filter((_, n) => n % 40 === i)].map((query) => ({
        path: `/epcis/epcs/${enc(code)}/events?${query}`,
      })),
    );
  },
  '/v1/openapi.json': () => [{ path: '/v1/openapi.json' }],
  '/v1/codes/parse': ({ codes }) => codes.map((code) => ({ path: `/v1/codes/parse?code=${enc(code)}` })),
  '/v1/codes/schemes': () => [{ path: '/v1/codes/schemes' }],
  '/v1/standards/packs': () => [{ path: '/v1/standards/packs' }],
  '/v1/standards/packs/:id': ({ ids }) => [
    { path: '/v1/standards/packs/food' },
    ...ids.slice(0, 3).map((id) => ({ path: `/v1/standards/packs/${enc(id)}` })),
  ],
  '/v1/standards/packs/:id/code-lists/:list': ({ ids }) =>
    ['food-kinds', ...ids.slice(0, 3)].map((id) => ({ path: `/v1/standards/packs/food/code-lists/${enc(id)}` })),
  '/v1/standards/packs/:id/turns': () => [{ path: '/v1/standards/packs/food/turns?from=2026-01-01&until=2026-12-31' }],
  '/v1/standards/packs/:id/versions': ({ ids }) =>
    ['food', ...ids.slice(0, 3)].map((id) => ({ path: `/v1/standards/packs/${enc(id)}/versions` })),
  '/v1/standards/packs/:id/versions/:version': ({ ids }) =>
    ['2026.1', ...ids.slice(0, 3)].map((version) => ({ path: `/v1/standards/packs/food/versions/${enc(version)}` })),
  '/v1/standards/packs/:id/versions/:version/differences': ({ ids }) =>
    ['2026.1', ...ids.slice(0, 3)].map((version) => ({
      path: `/v1/standards/packs/food/versions/${enc(version)}/differences?before=2026.1`,
    })),
  '/v1/standards/elements': ({ ids, codes }) => [
    { path: '/v1/standards/elements?pack=food&limit=3' },
    ...[...ids.slice(0, 3), ...codes.slice(0, 3)].map((q) => ({ path: `/v1/standards/elements?q=${enc(q)}` })),
  ],
  '/v1/standards/schemas': () => [{ path: '/v1/standards/schemas' }],
  '/v1/standards/schemas/:name': ({ ids }) =>
    ['pack', ...ids.slice(0, 3)].map((name) => ({ path: `/v1/standards/schemas/${enc(name)}` })),
  '/v1/codes/names': ({ codes, ids }) => [
    ...[...codes, ...ids, 'https://id.gs1.org/01/10614141073464'].map((code) => ({
      path: `/v1/codes/names?code=${enc(code)}`,
    })),
    { path: `/v1/codes/names?${codes.map((code) => `code=${enc(code)}`).join('&')}` },
  ],
  'POST /v1/scans': ({ codes, ids }) =>
    [...codes, ...ids].map((code) => ({
      method: 'POST',
      path: '/v1/scans',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code, browser: 'a'.repeat(22) }),
    })),
  'POST /v1/drills': ({ codes }) =>
    [undefined, ...codes].map((code) => ({
      method: 'POST',
      path: '/v1/drills',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id: crypto.randomUUID(), code }),
    })),
  '/v1/trace': ({ codes, ids }) => [
    ...codes.flatMap((code) => [
      { path: `/v1/trace?code=${enc(code)}` },
      { path: `/v1/trace?code=${enc(code)}&direction=upstream&at=2026-02-03T00:00:00Z` },
      { path: `/v1/trace?code=${enc(code)}`, headers: { accept: 'application/x-ndjson' } },
    ]),
    ...ids.map((id) => ({ path: `/v1/trace?code=${enc(id)}` })),
  ],
  '/healthz': () => [{ path: '/healthz' }],
  '/readyz': () => [{ path: '/readyz' }],
  '/metrics': () => [{ path: '/metrics' }],
  '/assets/main.js': () => [{ path: '/assets/main.js' }],
  '/standards': () => [{ path: '/standards' }],
  '/standards/:pack': ({ ids }) => [...ids.slice(0, 3), 'food'].map((pack) => ({ path: `/standards/${enc(pack)}` })),
  '/standards/:pack/versions/:version': ({ ids }) =>
    ['2026.1', ...ids.slice(0, 3)].map((version) => ({ path: `/standards/food/versions/${enc(version)}` })),
  '/standards/:pack/differences': ({ ids }) =>
    ['2026.1', ...ids.slice(0, 3)].map((version) => ({ path: `/standards/food/differences?version=${enc(version)}` })),
  '/': ({ codes }) => [{ path: '/' }, ...codes.map((code) => ({ path: `/?code=${enc(code)}` }))],
  '/q': ({ codes }) => codes.map((code) => ({ path: `/q?code=${enc(code)}` })),
  '/q/*': ({ codes, ids }) => pages([...codes, ...ids].map((code) => `/q/${enc(code)}`)),
  '/s': () => pages(['/s']),
  '/s/*': () => pages([`/s/${'x'.repeat(43)}`, '/s/x']),
  '/:segment': () => pages(['/EBHQ2CAhOg', '/1']),
  '/.well-known/gs1resolver': () => [{ path: '/.well-known/gs1resolver' }],
  '/ca.crt': () => [{ path: '/ca.crt' }],
};

/** One line for each kind of GS1 key, `/01/*` and the like. */
const GS1_ROUTE = new RegExp(`^/(${KEY_SEGMENTS.join('|')})/\\*$`);

/** The requests of a route as the server lists it; undefined where this table does not know it. */
export function requestsTo(
  route: { readonly method: string; readonly url: string },
  target: Target,
): Request[] | undefined {
  const name = route.method === 'GET' ? route.url : `${route.method} ${route.url}`;
  const [, key] = (route.method === 'GET' && GS1_ROUTE.exec(route.url)) || [];
  if (key !== undefined) return gs1Pages(key, target);
  if (Object.hasOwn(ROUTES, name)) return ROUTES[name]?.(target);
  return accountRequestsTo(name, target.own);
}

function gs1Pages(key: string, { codes }: Target): Request[] {
  const own = codes.map((code) => code.replace('https://id.gs1.org', '')).filter((path) => path.startsWith(`/${key}/`));
  return pages([
    `/${key}/1`,
    ...own,
    ...own.map((path) => `${path}?linkType=all`),
    ...own.map((path) => `${path}?lang=en`),
  ]);
}

function pages(paths: readonly string[]): Request[] {
  return paths.flatMap((path) => PUBLIC_HEADERS.map((headers) => ({ path, headers })));
}

function eventQueries({ tokens, codes, ids, jobTokens }: Target): string[] {
  const touching = ['MATCH_epc', 'MATCH_anyEPC', 'EQ_readPoint', 'EQ_bizLocation'];
  return [
    ...[...tokens, ...jobTokens].flatMap((token) => [
      `nextPageToken=${token}`,
      `perPage=1&eventType=ObjectEvent&nextPageToken=${token}`,
    ]),
    ...touching.flatMap((name) => [...codes, ...ids.slice(0, 4)].map((value) => `${name}=${enc(value)}`)),
    ...codes.map((code) => `MATCH_anyEPC=${enc(codes.join('|'))}&EQ_bizLocation=${enc(code)}`),
    ...['ObjectEvent', 'AggregationEvent', 'TransformationEvent', 'AssociationEvent', 'TransactionEvent'].map(
      (type) => `eventType=${type}`,
    ),
    ...['shipping', 'packing', 'holding', ...ids.slice(0, 4)].map((step) => `EQ_bizStep=${enc(step)}`),
    ...['GE_eventTime', 'LT_eventTime'].flatMap((name) =>
      Array.from({ length: 10 }, (_, day) => `${name}=2026-02-${String(day + 1).padStart(2, '0')}T00:00:00Z`),
    ),
    ...ids.flatMap((id) => [
      `EQ_eventID=${enc(id)}`,
      `EQ_bizTransaction_po=${enc(id)}`,
      `EQ_transformationID=${enc(id)}`,
    ]),
    'perPage=0',
    'perPage=1000000',
    "perPage=1'",
    'GE_recordTime=2026-01-01T00:00:00Z',
    'orderBy=eventTime',
    'nextPageToken=a&nextPageToken=b',
  ];
}

const declaring = (eventID: string) => ({ declarationTime: '2026-03-01T00:00:00Z', correctiveEventIDs: [eventID] });

function captured(way: string, events: readonly unknown[]): Request {
  return {
    method: 'POST',
    path: '/epcis/capture',
    headers: { 'content-type': 'application/json', 'gs1-capture-error-behaviour': way },
    body: documentOf(events),
  };
}

const METHODS = ['HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'SEARCH'];

/** A request in ways in which nobody is meant to ask: other methods, and headers that name somebody else. */
export function inOddWays({ path, headers, body, method }: Request, { owner, jobs, ids }: Target): Request[] {
  const odd: Record<string, string>[] = [
    { 'gs1-epcis-version': '2.0.0', 'gs1-extensions': `x=https://example.org/${owner}` },
    { 'gs1-epc-format': 'Always_EPC_URN', 'gs1-cbv-xml-format': 'Always_URN' },
    {
      'x-organisation': '2',
      'x-org-id': '2',
      cookie: 'org=2',
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-user': owner,
    },
    {
      'x-http-method-override': 'DELETE',
      'x-original-url': `/epcis/capture/${jobs[0] ?? ''}`,
      'x-rewrite-url': '/metrics',
    },
    { 'if-none-match': '*', 'if-modified-since': 'Thu, 01 Jan 2026 00:00:00 GMT', range: 'bytes=0-10' },
    { accept: '*/*', 'accept-language': 'en', 'accept-encoding': 'identity', prefer: `handling=${enc(ids[0] ?? '')}` },
  ];
  return [
    ...METHODS.map((other) => ({ path, method: other, headers: headers ?? {} })),
    ...odd.map((more) => ({
      path,
      ...(method && { method }),
      ...(body && { body }),
      headers: { ...headers, ...more },
    })),
  ];
}
