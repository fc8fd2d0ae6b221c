/** What a stranger may ask of organisations, people and sign-in, knowing ids of another. */
import { randomUUID } from 'node:crypto';
import { workbook } from '../account/workbook.ts';
import type { Request } from './tenants.ts';

const json = (method: string, path: string, body: unknown = {}): Request => ({
  method,
  path,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/** A workbook that names what is known of others, as branches of one's own. */
const sheet = (query: string, ids: readonly string[]): Request => ({
  method: 'POST',
  path: `/v1/branches/sheet${query}`,
  headers: { 'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  body: new Uint8Array(workbook([['名称', '统一社会信用代码'], ...ids.map((id) => [`x ${id}`, id])])),
});

const TOKEN = 'a'.repeat(43);
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const LABEL = { layout: 'product-50x30', values: { name: 'x', lot: '1', date: '2026-11-28' } };
const SHEET = { pack: 'food', stage: 'receipt', name: 'x', version: 1, content: {} };
/** Refused: what a stranger enters under an id of another would be its own, and be told in its own lists. */
const ORDER = { number: 'x', buyer: 'x', lines: [{ product: 'x', quantity: '1' }], version: 1 };
const PERSON = { name: 'x', loginName: 'stranger', password: 'a stranger to all' };

/** Requests of a route by its name, `GET` where nothing else is said; undefined for one that is not of these. */
export function accountRequestsTo(name: string, ids: readonly string[]): Request[] | undefined {
  return ROUTES[name]?.(ids);
}

/** One request for each id that is known. */
const each =
  (method: string, path: string, body?: unknown) =>
  (ids: readonly string[]): Request[] =>
    ids.map((id) => {
      const filled = path.replace(/:(id|code)\b/, encodeURIComponent(id));
      return body === undefined ? { method, path: filled } : json(method, filled, body);
    });

/** The first page, and those behind two codes. */
const behind =
  (path: string) =>
  (ids: readonly string[]): Request[] => [
    { path },
    ...ids.map((id) => ({ path: `${path}?cursor=${Buffer.from(JSON.stringify([id, id])).toString('base64url')}` })),
  ];

const ROUTES: Readonly<Record<string, (ids: readonly string[]) => Request[]>> = {
  '/v1/registry/entries': (ids) => [
    { path: '/v1/registry/entries' },
    ...ids.map((id) => ({ path: `/v1/registry/entries?q=${encodeURIComponent(id.slice(0, 200))}` })),
  ],
  'POST /v1/registry/entries': (ids) => [
    json('POST', '/v1/registry/entries', [{ kind: 'party', code: `urn:x:${ids[0]}`, attributes: { name: 'x' } }]),
  ],
  '/v1/registry/entries/:code': each('GET', '/v1/registry/entries/:code'),
  '/v1/registry/entries/:code/picture': each('GET', '/v1/registry/entries/:code/picture'),
  'PUT /v1/registry/entries/:code/picture': each('PUT', '/v1/registry/entries/:code/picture', { bytes: 'AAAA' }),
  'DELETE /v1/registry/entries/:code/picture': each('DELETE', '/v1/registry/entries/:code/picture'),
  '/v1/registry/csv': () => [{ path: '/v1/registry/csv?kind=product' }],
  'POST /v1/registry/csv': (ids) => [
    {
      method: 'POST',
      path: '/v1/registry/csv?kind=party',
      headers: { 'content-type': 'text/csv' },
      body: ['code,name', ...ids.map((id) => `"${id.replaceAll('"', '""')}",x`)].join('\n'),
    },
  ],
  '/v1/registry/identifiers': (ids) =>
    ids.map((id) => ({ path: `/v1/registry/identifiers?value=${encodeURIComponent(id)}` })),
  '/v1/registry/duplicates': behind('/v1/registry/duplicates'),
  'POST /v1/registry/merges': (ids) =>
    ids.map((id) => json('POST', '/v1/registry/merges', { keep: id, merge: [`urn:x:${ids[0]}`] })),
  'DELETE /v1/registry/merges/:code': each('DELETE', '/v1/registry/merges/:code'),
  'POST /v1/registry/differences': (ids) =>
    ids.map((id) => json('POST', '/v1/registry/differences', { codes: [id, `urn:x:${ids[0]}`] })),
  '/v1/registry/differences': behind('/v1/registry/differences'),
  'DELETE /v1/registry/differences/:code/:other': each('DELETE', '/v1/registry/differences/:code/urn%3Ax%3A1'),
  '/v1/registry/unknown': (ids) => [
    { path: '/v1/registry/unknown' },
    ...ids.map((id) => ({ path: `/v1/registry/unknown?after=${encodeURIComponent(id)}` })),
  ],
  '/v1/reach': () => [{ path: '/v1/reach' }],
  '/v1/session': () => [{ path: '/v1/session' }],
  'POST /v1/session': () => [json('POST', '/v1/session', { name: 'wang.jianguo', password: 'guessed it' })],
  'DELETE /v1/session': () => [{ method: 'DELETE', path: '/v1/session' }],
  'POST /v1/session/second-factor': () => [json('POST', '/v1/session/second-factor', { code: '123456' })],
  'POST /v1/session/proof': () => [json('POST', '/v1/session/proof', { password: 'guessed it' })],
  'POST /v1/session/organisation': (ids) => ids.map((id) => json('POST', '/v1/session/organisation', { id })),
  '/v1/places': (ids) => ids.map((id) => ({ path: `/v1/places?q=${encodeURIComponent(id)}` })),
  'POST /v1/links/open': () => [json('POST', '/v1/links/open', { token: TOKEN })],
  'POST /v1/links/first-start': () => [
    json('POST', '/v1/links/first-start', { token: TOKEN, person: PERSON, organisation: { name: 'x' } }),
  ],
  'POST /v1/links/invitation': () => [json('POST', '/v1/links/invitation', { token: TOKEN, person: PERSON })],
  'POST /v1/links/password': () => [json('POST', '/v1/links/password', { token: TOKEN, password: PERSON.password })],
  'POST /v1/links/second-factor': () => [json('POST', '/v1/links/second-factor', { token: TOKEN })],
  'POST /v1/links/provider': (ids) =>
    ids.map((id) => json('POST', '/v1/links/provider', { token: TOKEN, providerId: id })),
  '/v1/providers': () => [{ path: '/v1/providers' }],
  'POST /v1/session/providers/:id': (ids) =>
    ids.map((id) => json('POST', `/v1/session/providers/${encodeURIComponent(id)}`)),
  '/v1/session/providers/callback': () => [{ path: '/v1/session/providers/callback?code=x&state=y' }],
  '/v1/me/subjects': () => [{ path: '/v1/me/subjects' }],
  'POST /v1/me/subjects/:providerId': (ids) =>
    ids.map((id) => json('POST', `/v1/me/subjects/${encodeURIComponent(id)}`)),
  'DELETE /v1/me/subjects/:providerId': (ids) =>
    ids.map((id) => ({ method: 'DELETE', path: `/v1/me/subjects/${encodeURIComponent(id)}` })),
  '/v1/map': () => [{ path: '/v1/map' }],
  '/v1/operator/map': () => [{ path: '/v1/operator/map' }],
  'PUT /v1/operator/map': () => [json('PUT', '/v1/operator/map', { number: 'GS(2024)1234号', maker: 'x', svg: 'x' })],
  'POST /v1/operator/map/check': () => [json('POST', '/v1/operator/map/check', { svg: 'x' })],
  'DELETE /v1/operator/map': () => [{ method: 'DELETE', path: '/v1/operator/map' }],
  '/v1/operator/packs': () => [{ path: '/v1/operator/packs' }],
  'POST /v1/operator/packs': () => [json('POST', '/v1/operator/packs', {})],
  'POST /v1/operator/packs/check': () => [json('POST', '/v1/operator/packs/check', {})],
  '/v1/operator/packs/:id/:version/differences': () => [{ path: '/v1/operator/packs/none/2026.1/differences' }],
  'DELETE /v1/operator/packs/:id/:version': () => [{ method: 'DELETE', path: '/v1/operator/packs/none/2026.1' }],
  '/v1/operator/providers': () => [{ path: '/v1/operator/providers' }],
  'POST /v1/operator/providers': (ids) =>
    ids.map((id) =>
      json('POST', '/v1/operator/providers', {
        name: 'x',
        issuer: 'https://idp.example',
        clientId: 'x',
        ...(UUID.test(id) ? { organisation: id } : {}),
      }),
    ),
  'PATCH /v1/operator/providers/:id': (ids) =>
    ids.map((id) => json('PATCH', `/v1/operator/providers/${encodeURIComponent(id)}`, { name: 'x' })),
  'DELETE /v1/operator/providers/:id': (ids) =>
    ids.map((id) => ({ method: 'DELETE', path: `/v1/operator/providers/${encodeURIComponent(id)}` })),
  '/v1/me': () => [{ path: '/v1/me' }],
  'PATCH /v1/me': () => [json('PATCH', '/v1/me', { name: 'x' })],
  'POST /v1/me/login-names': () => [json('POST', '/v1/me/login-names', { loginName: 'stranger' })],
  'DELETE /v1/me/login-names/:value': () => [{ method: 'DELETE', path: '/v1/me/login-names/wang.jianguo' }],
  'PUT /v1/me/password': () => [json('PUT', '/v1/me/password', { current: 'x', next: 'a stranger to all' })],
  'POST /v1/me/totp': () => [{ method: 'POST', path: '/v1/me/totp' }],
  'POST /v1/me/totp/confirm': () => [json('POST', '/v1/me/totp/confirm', { code: '123456' })],
  'DELETE /v1/me/totp': () => [{ method: 'DELETE', path: '/v1/me/totp' }],
  'POST /v1/me/recovery-codes': () => [{ method: 'POST', path: '/v1/me/recovery-codes' }],
  '/v1/me/devices': () => [{ path: '/v1/me/devices' }],
  'PUT /v1/me/devices/:id': (ids) =>
    ids.map((id) => ({
      method: 'PUT',
      path: `/v1/me/devices/${encodeURIComponent(id)}`,
      body: JSON.stringify({ key: { kty: 'EC', crv: 'P-256', x: 'a'.repeat(43), y: 'a'.repeat(43) } }),
    })),
  'DELETE /v1/me/devices/:id': (ids) =>
    ids.map((id) => ({ method: 'DELETE', path: `/v1/me/devices/${encodeURIComponent(id)}` })),
  '/v1/me/sessions': () => [{ path: '/v1/me/sessions' }],
  'DELETE /v1/me/sessions/:id': (ids) =>
    ids.map((id) => ({ method: 'DELETE', path: `/v1/me/sessions/${encodeURIComponent(id)}` })),
  '/v1/organisation': () => [{ path: '/v1/organisation' }],
  'PATCH /v1/organisation': () => [json('PATCH', '/v1/organisation', { secondFactor: 'all' })],
  '/v1/people': () => [{ path: '/v1/people' }],
  'PATCH /v1/people/:id': (ids) =>
    ids.map((id) => json('PATCH', `/v1/people/${encodeURIComponent(id)}`, { role: 'viewer' })),
  'DELETE /v1/people/:id': (ids) =>
    ids.map((id) => ({ method: 'DELETE', path: `/v1/people/${encodeURIComponent(id)}` })),
  'POST /v1/people/:id/reset': (ids) =>
    ids.map((id) => json('POST', `/v1/people/${encodeURIComponent(id)}/reset`, { what: 'password' })),
  'DELETE /v1/people/:id/sessions': (ids) =>
    ids.map((id) => ({ method: 'DELETE', path: `/v1/people/${encodeURIComponent(id)}/sessions` })),
  '/v1/invitations': () => [{ path: '/v1/invitations' }],
  'POST /v1/invitations': () => [json('POST', '/v1/invitations', { name: 'x', role: 'owner' })],
  'DELETE /v1/invitations/:id': (ids) =>
    ids.map((id) => ({ method: 'DELETE', path: `/v1/invitations/${encodeURIComponent(id)}` })),
  '/v1/roles': () => [{ path: '/v1/roles' }],
  'PUT /v1/roles/:name': () => [json('PUT', '/v1/roles/mighty', { title: 'x', rights: ['own', 'operate'] })],
  'DELETE /v1/roles/:name': () => [{ method: 'DELETE', path: '/v1/roles/owner' }],
  '/v1/forms': () => [{ path: '/v1/forms' }],
  '/v1/forms/:pack/:stage': () => [{ path: '/v1/forms/food/receipt' }],
  '/v1/arrivals': () => [{ path: '/v1/arrivals' }],
  '/v1/labels/layouts': () => [{ path: '/v1/labels/layouts' }],
  'POST /v1/labels/trial': () => [json('POST', '/v1/labels/trial', LABEL)],
  '/v1/labels/found': (ids) => ids.map((id) => ({ path: `/v1/labels/found?code=${encodeURIComponent(id)}` })),
  '/v1/labels/runs': () => [{ path: '/v1/labels/runs' }],
  '/v1/labels/runs/:id': each('GET', '/v1/labels/runs/:id'),
  // What is asked for under an id is noted with it: of others' ids only what is refused, so that the history holds none.
  'PUT /v1/labels/runs/:id': (ids) => [
    json('PUT', `/v1/labels/runs/${randomUUID()}`, { ...LABEL, product: '06901234567892', count: 1 }),
    ...(each('PUT', '/v1/labels/runs/:id', { ...LABEL, product: 'x', count: 1 })(ids) ?? []),
  ],
  'POST /v1/labels/runs/:id/pdf': each('POST', '/v1/labels/runs/:id/pdf'),
  'POST /v1/labels/runs/:id/zpl': each('POST', '/v1/labels/runs/:id/zpl'),
  'PUT /v1/labels/bindings/:id': (ids) =>
    ids.map((run) => json('PUT', `/v1/labels/bindings/${randomUUID()}`, { run, first: 1, last: 1 })),
  'POST /v1/labels/copies': () => [json('POST', '/v1/labels/copies', { ...LABEL, copies: 1 })],
  '/v1/sheets': () => [{ path: '/v1/sheets' }, { path: '/v1/sheets?state=open' }],
  'POST /v1/sheets/check': () => [json('POST', '/v1/sheets/check', { pack: 'food', stage: 'receipt', content: {} })],
  '/v1/sheets/:id': each('GET', '/v1/sheets/:id'),
  'PUT /v1/sheets/:id': each('PUT', '/v1/sheets/:id', SHEET),
  'DELETE /v1/sheets/:id': each('DELETE', '/v1/sheets/:id'),
  'POST /v1/sheets/:id/restore': each('POST', '/v1/sheets/:id/restore'),
  'POST /v1/sheets/:id/submission': each('POST', '/v1/sheets/:id/submission', { version: 1 }),
  '/v1/forms/:pack/:stage/template': () => [{ path: '/v1/forms/food/receipt/template' }],
  '/v1/imports': () => [{ path: '/v1/imports' }],
  '/v1/imports/:id': each('GET', '/v1/imports/:id'),
  'PUT /v1/imports/:id': each('PUT', '/v1/imports/:id', { pack: 'food', stage: 'receipt', name: 'x', bytes: 1 }),
  'DELETE /v1/imports/:id': each('DELETE', '/v1/imports/:id'),
  'PUT /v1/imports/:id/parts/:number': (ids) =>
    ids.map((id) => ({
      method: 'PUT',
      path: `/v1/imports/${encodeURIComponent(id)}/parts/1`,
      headers: { 'content-type': 'application/octet-stream' },
      body: 'x',
    })),
  'POST /v1/imports/:id/check': each('POST', '/v1/imports/:id/check'),
  'POST /v1/imports/:id/recording': each('POST', '/v1/imports/:id/recording'),
  '/v1/imports/:id/annotated': each('GET', '/v1/imports/:id/annotated'),
  '/v1/drafts': () => [{ path: '/v1/drafts' }, { path: '/v1/drafts?state=waiting' }],
  'POST /v1/drafts': () => [json('POST', '/v1/drafts', {})],
  '/v1/drafts/:id': each('GET', '/v1/drafts/:id'),
  'POST /v1/drafts/:id/release': each('POST', '/v1/drafts/:id/release'),
  'POST /v1/drafts/:id/reject': each('POST', '/v1/drafts/:id/reject', { reason: 'x' }),
  'DELETE /v1/drafts/:id': each('DELETE', '/v1/drafts/:id'),
  '/v1/events/:eventID/record': each('GET', '/v1/events/:id/record'),
  '/v1/events/:eventID/countersignatures': each('GET', '/v1/events/:id/countersignatures'),
  'POST /v1/events/:eventID/countersignatures': each('POST', '/v1/events/:id/countersignatures', {
    name: 'x',
    password: 'guessed it',
    capacity: 'x',
  }),
  '/v1/integrity/keys': () => [{ path: '/v1/integrity/keys' }],
  '/v1/sites': () => [{ path: '/v1/sites' }],
  'POST /v1/sites': () => [json('POST', '/v1/sites', { name: 'x', kind: 'farm' })],
  'PUT /v1/sites/:id': each('PUT', '/v1/sites/:id', { name: 'x', kind: 'farm' }),
  'DELETE /v1/sites/:id': each('DELETE', '/v1/sites/:id'),
  '/v1/licences': () => [{ path: '/v1/licences' }],
  'POST /v1/licences': () => [json('POST', '/v1/licences', { scheme: 'other', number: 'x' })],
  'PUT /v1/licences/:id': each('PUT', '/v1/licences/:id', { scheme: 'other', number: 'x' }),
  'DELETE /v1/licences/:id': each('DELETE', '/v1/licences/:id'),
  '/v1/holdings': () => [{ path: '/v1/holdings' }],
  'POST /v1/holdings': () => [json('POST', '/v1/holdings', { scheme: 'gs1', first: '0614141' })],
  'DELETE /v1/holdings/:id': each('DELETE', '/v1/holdings/:id'),
  '/v1/personal': (ids) => [
    { path: '/v1/personal' },
    ...ids.map((id) => ({ path: `/v1/personal?cursor=${encodeURIComponent(id)}` })),
  ],
  'POST /v1/personal': () => [json('POST', '/v1/personal', { kind: 'name', value: 'x' })],
  '/v1/personal/:id': each('GET', '/v1/personal/:id'),
  'POST /v1/personal/:id/read': each('POST', '/v1/personal/:id/read', { purpose: 'x' }),
  'DELETE /v1/personal/:id': each('DELETE', '/v1/personal/:id'),
  '/v1/branches': (ids) => [
    { path: '/v1/branches' },
    ...ids.map((id) => ({ path: `/v1/branches?q=${encodeURIComponent(id)}` })),
  ],
  'POST /v1/branches': () => [json('POST', '/v1/branches', { name: 'x' })],
  '/v1/branches/sheet': () => [{ path: '/v1/branches/sheet' }],
  'POST /v1/branches/sheet': (ids) => [sheet('?check=true', ids), sheet('', ids)],
  'POST /v1/branches/:id/invitations': each('POST', '/v1/branches/:id/invitations', { name: 'x', role: 'owner' }),
  '/v1/mandates': () => [{ path: '/v1/mandates' }],
  'POST /v1/mandates': (ids) => ids.map((agent) => json('POST', '/v1/mandates', { agent, rights: ['query'] })),
  'DELETE /v1/mandates/:id': each('DELETE', '/v1/mandates/:id'),
  '/v1/openings': () => [{ path: '/v1/openings' }],
  'POST /v1/openings': (ids) => ids.map((partner) => json('POST', '/v1/openings', { elements: ['time'], partner })),
  'DELETE /v1/openings/:id': each('DELETE', '/v1/openings/:id'),
  '/v1/disputes': () => [{ path: '/v1/disputes' }, { path: '/v1/disputes?about=ours' }],
  'POST /v1/disputes': (ids) =>
    ids.map((eventID) => json('POST', '/v1/disputes', { eventID, subject: 'other', words: 'x' })),
  'DELETE /v1/disputes/:id': each('DELETE', '/v1/disputes/:id'),
  'POST /v1/disputes/:id/acceptance': each('POST', '/v1/disputes/:id/acceptance'),
  '/v1/confidential-readings': (ids) => [
    { path: '/v1/confidential-readings' },
    ...ids.map((id) => ({ path: `/v1/confidential-readings?cursor=${id}` })),
  ],
  'POST /v1/confidential-readings': (ids) =>
    ids.map((id) => json('POST', '/v1/confidential-readings', { caseNo: 'x', reason: 'x', about: [id] })),
  'POST /v1/confidential-readings/:id/approve': each('POST', '/v1/confidential-readings/:id/approve'),
  'POST /v1/confidential-readings/:id/end': each('POST', '/v1/confidential-readings/:id/end'),
  '/v1/today': () => [{ path: '/v1/today' }],
  '/v1/onboarding': () => [{ path: '/v1/onboarding' }],
  'PUT /v1/onboarding/:mark': () =>
    ['label', 'trace', 'hidden'].map((mark) => ({ method: 'PUT', path: `/v1/onboarding/${mark}` })),
  'DELETE /v1/onboarding/hidden': () => [{ method: 'DELETE', path: '/v1/onboarding/hidden' }],
  '/v1/compliance': () => [{ path: '/v1/compliance' }],
  '/v1/compliance/clocks': (ids) => [
    { path: '/v1/compliance/clocks' },
    ...ids.map((id) => ({ path: `/v1/compliance/clocks?unit=${encodeURIComponent(id)}` })),
  ],
  '/v1/compliance/months': () => [{ path: '/v1/compliance/months?from=2020-01-01&until=2030-12-31' }],
  '/v1/compliance/findings': (ids) => [
    { path: '/v1/compliance/findings' },
    ...ids.map((id) => ({ path: `/v1/compliance/findings?unit=${encodeURIComponent(id)}` })),
  ],
  '/v1/compliance/filings': () => [{ path: '/v1/compliance/filings' }],
  '/v1/compliance/filings/:pack/:filing': () => [{ path: '/v1/compliance/filings/food/recall-report' }],
  'POST /v1/compliance/filings/:pack/:filing': () => [json('POST', '/v1/compliance/filings/food/recall-report', {})],
  '/v1/compliance/filed/:id': each('GET', '/v1/compliance/filed/:id'),
  '/v1/compliance/filed/:id/file': each('GET', '/v1/compliance/filed/:id/file'),
  'POST /v1/compliance/filed/:id/receipt': (ids) =>
    ids.map((id) => json('POST', `/v1/compliance/filed/${encodeURIComponent(id)}/receipt`, { number: id })),
  'DELETE /v1/compliance/filed/:id': each('DELETE', '/v1/compliance/filed/:id'),
  '/v1/compliance/balances': () => [{ path: '/v1/compliance/balances' }],
  '/v1/compliance/balances/:pack/:balance': () => [{ path: '/v1/compliance/balances/food/stock' }],
  '/v1/compliance/balances/:pack/:balance/movements': () => [
    { path: '/v1/compliance/balances/food/stock/movements?account=' },
  ],
  '/v1/compliance/balances/:pack/:balance/xlsx': () => [{ path: '/v1/compliance/balances/food/stock/xlsx' }],
  '/v1/compliance/quotas': () => [{ path: '/v1/compliance/quotas' }],
  'POST /v1/compliance/quotas': (ids) =>
    ids.map((id) =>
      json('POST', '/v1/compliance/quotas', {
        ...{ pack: 'food', balance: 'stock', product: id, from: '2026-01-01', until: '2026-12-31' },
        ...{ amount: 1, uom: 'KGM', basis: id },
      }),
    ),
  'DELETE /v1/compliance/quotas/:id': each('DELETE', '/v1/compliance/quotas/:id'),
  '/v1/compliance/ledgers/:pack/:ledger': () => [{ path: '/v1/compliance/ledgers/food/receipt' }],
  '/v1/compliance/ledgers/:pack/:ledger/xlsx': () => [{ path: '/v1/compliance/ledgers/food/receipt/xlsx' }],
  '/v1/exports/events': () => [
    { path: '/v1/exports/events' },
    { path: '/v1/exports/events?from=1&count=2' },
    { path: '/v1/exports/events?format=xlsx' },
  ],
  '/v1/exports/chains': (ids) => [
    { path: '/v1/exports/chains' },
    { path: '/v1/exports/chains?format=xlsx' },
    ...ids.map((id) => ({ path: `/v1/exports/chains?code=${encodeURIComponent(id)}` })),
  ],
  '/v1/orders': (ids) => [
    { path: '/v1/orders' },
    ...ids.map((id) => ({ path: `/v1/orders?cursor=${encodeURIComponent(id)}` })),
  ],
  '/v1/orders/:id': each('GET', '/v1/orders/:id'),
  'PUT /v1/orders/:id': each('PUT', '/v1/orders/:id', ORDER),
  'DELETE /v1/orders/:id': each('DELETE', '/v1/orders/:id'),
  'POST /v1/orders/:id/close': each('POST', '/v1/orders/:id/close', { reason: 'x' }),
  'POST /v1/orders/:id/reopen': each('POST', '/v1/orders/:id/reopen'),
  '/v1/drills': (ids) => [
    { path: '/v1/drills' },
    ...ids.map((id) => ({ path: `/v1/drills?cursor=${encodeURIComponent(id)}` })),
  ],
  '/v1/drills/:id': each('GET', '/v1/drills/:id'),
  '/v1/drills/:id/pdf': each('GET', '/v1/drills/:id/pdf'),
  '/v1/shares': (ids) => [{ path: '/v1/shares' }, ...ids.map((id) => ({ path: `/v1/shares?cursor=${id}` }))],
  'POST /v1/shares': (ids) =>
    ids.map((eventID) => json('POST', '/v1/shares', { codes: [eventID], eventID, note: 'x' })),
  'DELETE /v1/shares/:id': each('DELETE', '/v1/shares/:id'),
  '/v1/partners': (ids) => [
    { path: '/v1/partners' },
    ...ids.map((id) => ({ path: `/v1/partners?q=${encodeURIComponent(id)}` })),
  ],
  'POST /v1/partners': (ids) => ids.map((organisation) => json('POST', '/v1/partners', { organisation })),
  'POST /v1/partners/:id/accept': each('POST', '/v1/partners/:id/accept'),
  'POST /v1/partners/:id/decline': each('POST', '/v1/partners/:id/decline'),
  'DELETE /v1/partners/:id': each('DELETE', '/v1/partners/:id'),
  '/v1/spaces': (ids) => [{ path: '/v1/spaces' }, ...ids.map((id) => ({ path: `/v1/spaces?cursor=${id}` }))],
  'POST /v1/spaces': () => [json('POST', '/v1/spaces', { name: 'x', purpose: 'x' })],
  '/v1/spaces/:id': each('GET', '/v1/spaces/:id'),
  'PATCH /v1/spaces/:id': each('PATCH', '/v1/spaces/:id', { name: 'x' }),
  'DELETE /v1/spaces/:id': each('DELETE', '/v1/spaces/:id'),
  'POST /v1/spaces/:id/invitations': each('POST', '/v1/spaces/:id/invitations', { organisation: 'x' }),
  'POST /v1/spaces/:id/acceptance': each('POST', '/v1/spaces/:id/acceptance'),
  'POST /v1/spaces/:id/refusal': each('POST', '/v1/spaces/:id/refusal'),
  'DELETE /v1/spaces/:id/members/:organisation': (ids) =>
    ids.map((id) => ({ method: 'DELETE', path: `/v1/spaces/${id}/members/${id}?reason=x` })),
  '/v1/supervised': () => [{ path: '/v1/supervised' }],
  '/v1/supervised/:id': each('GET', '/v1/supervised/:id'),
  'POST /v1/supervised/licences/:id/verify': each('POST', '/v1/supervised/licences/:id/verify', { what: 'x' }),
  '/v1/jurisdictions': () => [{ path: '/v1/jurisdictions' }],
  'POST /v1/jurisdictions': (ids) =>
    ids.map((organisation) => json('POST', '/v1/jurisdictions', { organisation, region: '*', category: '*' })),
  'DELETE /v1/jurisdictions/:id': each('DELETE', '/v1/jurisdictions/:id'),
  '/v1/operator/demonstration': () => [{ path: '/v1/operator/demonstration' }],
  'POST /v1/operator/demonstration': () => [{ method: 'POST', path: '/v1/operator/demonstration' }],
  'DELETE /v1/operator/demonstration': () => [{ method: 'DELETE', path: '/v1/operator/demonstration' }],
  '/v1/operator/backup': () => [{ path: '/v1/operator/backup' }],
  'POST /v1/operator/backup': () => [json('POST', '/v1/operator/backup', { passphrase: 'the barley is ripe' })],
  '/v1/operator/organisations': () => [{ path: '/v1/operator/organisations' }],
  'POST /v1/operator/organisations': () => [
    json('POST', '/v1/operator/organisations', { name: 'x', kind: 'enterprise', owner: 'x' }),
  ],
  'POST /v1/operator/organisations/:id/status': each('POST', '/v1/operator/organisations/:id/status', {
    status: 'closed',
    reason: 'x',
  }),
  'POST /v1/operator/organisations/:id/merge': (ids) =>
    ids.map((id) =>
      json('POST', `/v1/operator/organisations/${encodeURIComponent(id)}/merge`, { into: id, reason: 'x' }),
    ),
  'POST /v1/operator/organisations/:id/unmerge': each('POST', '/v1/operator/organisations/:id/unmerge'),
  'POST /v1/operator/jurisdictions': (ids) =>
    ids.map((organisation) => json('POST', '/v1/operator/jurisdictions', { organisation, region: '*', category: '*' })),
  'POST /v1/registrations': () => [
    json('POST', '/v1/registrations', { person: PERSON, organisation: { name: 'x', kind: 'enterprise' } }),
  ],
  '/v1/keys': () => [{ path: '/v1/keys' }],
  'POST /v1/keys': () => [json('POST', '/v1/keys', { label: 'x', role: 'admin' })],
  'POST /v1/keys/:id/rotate': (ids) => ids.map((id) => json('POST', `/v1/keys/${encodeURIComponent(id)}/rotate`)),
  'DELETE /v1/keys/:id': (ids) => ids.map((id) => ({ method: 'DELETE', path: `/v1/keys/${encodeURIComponent(id)}` })),
  '/v1/occurrences': (ids) => [
    { path: '/v1/occurrences' },
    ...ids.map((id) => ({ path: `/v1/occurrences?person=${encodeURIComponent(id)}` })),
  ],
};
