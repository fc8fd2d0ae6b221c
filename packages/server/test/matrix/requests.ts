/** One request of each operation, on what the victim has; for the matrix of who may do what. */
import { randomUUID } from 'node:crypto';
import { bareEvent, documentOf, objectEvent } from '../documents.ts';
import type { Town } from './principals.ts';
import type { Kind } from './things.ts';

export interface Asked {
  readonly path?: string;
  readonly body?: unknown;
  /** As it is, not as JSON. */
  readonly text?: string;
  /** Bytes that are no JSON. */
  readonly octets?: string;
}

/** What the victim has recorded. */
export interface Recorded {
  readonly eventID: string;
  readonly captureID: string;
}

interface Given {
  /** Something of the victim's, made for this request. */
  readonly thing: (kind: Kind) => Promise<string>;
  readonly town: Town;
  readonly recorded: Recorded;
}

const TOKEN = 'a'.repeat(43);
const newcomer = () => ({ name: 'x', loginName: `x${randomUUID()}`, password: 'the barley is ripe again' });
const EVENT_PATH = '/v1/events/{eventID}/countersignatures';

const LABEL = { layout: 'product-50x30', values: { name: 'x', lot: '1', date: '2026-11-28' } };

const GTIN = 'https://id.gs1.org/01/06901234567892';
const orderOf = (number: string) => ({ number, buyer: GTIN, lines: [{ product: GTIN, quantity: '1' }], version: 0 });

/** By method and path, as the OpenAPI files have them. Parameters that are not given here are filled from `thing`. */
export const REQUESTS: Readonly<Record<string, (given: Given) => Asked | Promise<Asked>>> = {
  'GET /v1/codes/parse': () => ({ path: '/v1/codes/parse?code=06901234567892' }),
  'GET /v1/codes/schemes': () => ({}),
  'GET /v1/today': () => ({}),
  'GET /v1/onboarding': () => ({}),
  'PUT /v1/onboarding/{mark}': () => ({ path: '/v1/onboarding/trace' }),
  'DELETE /v1/onboarding/hidden': () => ({}),
  'GET /v1/compliance': () => ({}),
  'GET /v1/compliance/clocks': () => ({}),
  'GET /v1/compliance/findings': () => ({}),
  'GET /v1/compliance/months': () => ({ path: '/v1/compliance/months?from=2026-01-01&until=2026-12-31' }),
  'GET /v1/compliance/filings': () => ({ path: '/v1/compliance/filings' }),
  'GET /v1/compliance/filings/{pack}/{filing}': () => ({ path: '/v1/compliance/filings/food/recall-report' }),
  'POST /v1/compliance/filings/{pack}/{filing}': () => ({
    path: '/v1/compliance/filings/food/recall-report',
    body: {},
  }),
  'GET /v1/compliance/filed/{id}': async ({ thing }) => ({ path: `/v1/compliance/filed/${await thing('filing')}` }),
  'GET /v1/compliance/filed/{id}/file': async ({ thing }) => ({
    path: `/v1/compliance/filed/${await thing('filing')}/file`,
  }),
  'POST /v1/compliance/filed/{id}/receipt': async ({ thing }) => ({
    path: `/v1/compliance/filed/${await thing('filing')}/receipt`,
    body: {},
  }),
  'DELETE /v1/compliance/filed/{id}': async ({ thing }) => ({ path: `/v1/compliance/filed/${await thing('filing')}` }),
  'GET /v1/compliance/balances': () => ({ path: '/v1/compliance/balances' }),
  'GET /v1/compliance/balances/{pack}/{balance}': () => ({ path: '/v1/compliance/balances/food/stock' }),
  'GET /v1/compliance/balances/{pack}/{balance}/movements': () => ({
    path: '/v1/compliance/balances/food/stock/movements?account=',
  }),
  'GET /v1/compliance/balances/{pack}/{balance}/xlsx': () => ({ path: '/v1/compliance/balances/food/stock/xlsx' }),
  'GET /v1/compliance/quotas': () => ({ path: '/v1/compliance/quotas' }),
  'POST /v1/compliance/quotas': () => ({
    path: '/v1/compliance/quotas',
    body: {
      ...{ pack: 'food', balance: 'stock', from: '2026-01-01', until: '2026-12-31' },
      ...{ amount: 1, uom: 'KGM', basis: '第 1 号' },
    },
  }),
  'DELETE /v1/compliance/quotas/{id}': async ({ thing }) => ({ path: `/v1/compliance/quotas/${await thing('quota')}` }),
  'GET /v1/compliance/ledgers/{pack}/{ledger}': () => ({ path: '/v1/compliance/ledgers/food/receipt' }),
  'GET /v1/compliance/ledgers/{pack}/{ledger}/xlsx': () => ({ path: '/v1/compliance/ledgers/food/receipt/xlsx' }),
  'GET /v1/standards/packs': () => ({}),
  'GET /v1/standards/packs/{id}': () => ({ path: '/v1/standards/packs/food' }),
  'GET /v1/standards/packs/{id}/code-lists/{list}': () => ({
    path: '/v1/standards/packs/food/code-lists/food-kinds',
  }),
  'GET /v1/standards/packs/{id}/turns': () => ({ path: '/v1/standards/packs/food/turns' }),
  'GET /v1/standards/packs/{id}/versions': () => ({ path: '/v1/standards/packs/food/versions' }),
  'GET /v1/standards/packs/{id}/versions/{version}': () => ({ path: `/v1/standards/packs/food/versions/2026.1` }),
  'GET /v1/standards/packs/{id}/versions/{version}/differences': () => ({
    path: `/v1/standards/packs/food/versions/2026.1/differences`,
  }),
  'GET /v1/standards/elements': () => ({}),
  'GET /v1/standards/schemas': () => ({}),
  'GET /v1/standards/schemas/{name}': () => ({ path: '/v1/standards/schemas/pack' }),
  'GET /v1/codes/names': () => ({ path: '/v1/codes/names?code=06901234567892' }),
  'GET /v1/registry/entries': () => ({}),
  'POST /v1/registry/entries': () => ({
    body: [{ kind: 'party', code: `urn:uuid:${randomUUID()}`, attributes: { name: 'x' } }],
  }),
  'GET /v1/registry/entries/{code}': () => ({ path: '/v1/registry/entries/urn%3Aexample%3Anobody' }),
  'GET /v1/registry/csv': () => ({ path: '/v1/registry/csv?kind=product' }),
  'POST /v1/registry/csv': () => ({ path: '/v1/registry/csv?kind=party', body: {} }),
  'GET /v1/registry/identifiers': () => ({ path: '/v1/registry/identifiers?value=1' }),
  'GET /v1/registry/unknown': () => ({}),
  'GET /v1/registry/duplicates': () => ({}),
  'POST /v1/registry/merges': () => ({ body: { keep: 'urn:example:nobody', merge: ['urn:example:noone'] } }),
  'DELETE /v1/registry/merges/{code}': () => ({ path: '/v1/registry/merges/urn%3Aexample%3Anobody' }),
  'POST /v1/registry/differences': () => ({ body: { codes: ['urn:example:nobody', 'urn:example:noone'] } }),
  'GET /v1/trace': () => ({ path: '/v1/trace?code=06901234567892' }),
  'GET /v1/forms': () => ({}),
  'GET /v1/forms/{pack}/{stage}': () => ({ path: '/v1/forms/food/receipt' }),
  'GET /v1/arrivals': () => ({}),
  'GET /v1/labels/layouts': () => ({}),
  'POST /v1/labels/trial': () => ({ body: { layout: 'product-50x30', values: {} } }),
  'GET /v1/labels/found': () => ({ path: '/v1/labels/found?code=x' }),
  'GET /v1/labels/runs': () => ({}),
  'GET /v1/labels/runs/{id}': async ({ thing }) => ({ path: `/v1/labels/runs/${await thing('labelRun')}` }),
  'PUT /v1/labels/runs/{id}': () => ({
    path: `/v1/labels/runs/${randomUUID()}`,
    body: { ...LABEL, product: '06901234567892', count: 1 },
  }),
  'POST /v1/labels/runs/{id}/pdf': async ({ thing }) => ({ path: `/v1/labels/runs/${await thing('labelRun')}/pdf` }),
  'POST /v1/labels/runs/{id}/zpl': async ({ thing }) => ({ path: `/v1/labels/runs/${await thing('labelRun')}/zpl` }),
  'PUT /v1/labels/bindings/{id}': async ({ thing }) => ({
    path: `/v1/labels/bindings/${randomUUID()}`,
    body: { run: await thing('labelRun'), first: 1, last: 1 },
  }),
  'POST /v1/labels/copies': () => ({
    body: { ...LABEL, values: { ...LABEL.values, link: 'https://example.org' }, copies: 1 },
  }),
  'GET /v1/sheets': () => ({}),
  'POST /v1/sheets/check': () => ({ body: { pack: 'food', stage: 'receipt', content: {} } }),
  'GET /v1/sheets/{id}': async ({ thing }) => ({ path: `/v1/sheets/${await thing('sheet')}` }),
  'PUT /v1/sheets/{id}': () => ({
    path: `/v1/sheets/${randomUUID()}`,
    body: { pack: 'food', stage: 'receipt', name: '进货', version: 0, content: {} },
  }),
  'DELETE /v1/sheets/{id}': async ({ thing }) => ({ path: `/v1/sheets/${await thing('sheet')}` }),
  'POST /v1/sheets/{id}/restore': async ({ thing }) => ({ path: `/v1/sheets/${await thing('sheet')}/restore` }),
  'POST /v1/sheets/{id}/submission': async ({ thing }) => ({
    path: `/v1/sheets/${await thing('sheet')}/submission`,
    body: { version: 1 },
  }),
  'GET /v1/orders': () => ({}),
  'GET /v1/orders/{id}': async ({ thing }) => ({ path: `/v1/orders/${await thing('order')}` }),
  'PUT /v1/orders/{id}': () => ({ path: `/v1/orders/${randomUUID()}`, body: orderOf(randomUUID()) }),
  'DELETE /v1/orders/{id}': async ({ thing }) => ({ path: `/v1/orders/${await thing('order')}` }),
  'POST /v1/orders/{id}/close': async ({ thing }) => ({
    path: `/v1/orders/${await thing('order')}/close`,
    body: { reason: 'x' },
  }),
  'POST /v1/orders/{id}/reopen': async ({ thing }) => ({ path: `/v1/orders/${await thing('order')}/reopen` }),
  'GET /v1/drills': () => ({}),
  'POST /v1/drills': () => ({ body: { id: randomUUID() } }),
  'GET /v1/drills/{id}': async ({ thing }) => ({ path: `/v1/drills/${await thing('drill')}` }),
  'GET /v1/drills/{id}/pdf': async ({ thing }) => ({ path: `/v1/drills/${await thing('drill')}/pdf` }),
  'GET /v1/forms/{pack}/{stage}/template': () => ({ path: '/v1/forms/food/receipt/template' }),
  'GET /v1/imports': () => ({}),
  'GET /v1/imports/{id}': async ({ thing }) => ({ path: `/v1/imports/${await thing('import')}` }),
  'PUT /v1/imports/{id}': () => ({
    path: `/v1/imports/${randomUUID()}`,
    body: { pack: 'food', stage: 'receipt', name: 'x.csv', bytes: 1 },
  }),
  'DELETE /v1/imports/{id}': async ({ thing }) => ({ path: `/v1/imports/${await thing('import')}` }),
  'PUT /v1/imports/{id}/parts/{number}': async ({ thing }) => ({
    path: `/v1/imports/${await thing('import')}/parts/1`,
    octets: 'x',
  }),
  'POST /v1/imports/{id}/check': async ({ thing }) => ({ path: `/v1/imports/${await thing('import')}/check` }),
  'POST /v1/imports/{id}/recording': async ({ thing }) => ({ path: `/v1/imports/${await thing('import')}/recording` }),
  'GET /v1/imports/{id}/annotated': async ({ thing }) => ({ path: `/v1/imports/${await thing('import')}/annotated` }),
  'GET /v1/drafts': () => ({}),
  'POST /v1/drafts': () => ({ text: documentOf([objectEvent()]) }),
  'GET /v1/drafts/{id}': async ({ thing }) => ({ path: `/v1/drafts/${await thing('draft')}` }),
  'DELETE /v1/drafts/{id}': async ({ thing }) => ({ path: `/v1/drafts/${await thing('draft')}` }),
  'POST /v1/drafts/{id}/release': async ({ thing }) => ({ path: `/v1/drafts/${await thing('draft')}/release` }),
  'POST /v1/drafts/{id}/reject': async ({ thing }) => ({
    path: `/v1/drafts/${await thing('draft')}/reject`,
    body: { reason: 'x' },
  }),
  'GET /v1/events/{eventID}/record': ({ recorded }) => ({
    path: `/v1/events/${encodeURIComponent(recorded.eventID)}/record`,
  }),
  [`GET ${EVENT_PATH}`]: ({ recorded }) => ({ path: countersignatures(recorded) }),
  [`POST ${EVENT_PATH}`]: ({ recorded }) => ({
    path: countersignatures(recorded),
    body: { name: 'nobody', password: 'guessed it', capacity: 'x' },
  }),
  'GET /v1/integrity/keys': () => ({}),
  'GET /v1/reach': () => ({}),
  'GET /v1/session': () => ({}),
  'POST /v1/session': () => ({ body: { name: 'nobody', password: 'guessed it' } }),
  'DELETE /v1/session': () => ({}),
  'POST /v1/session/second-factor': () => ({ body: { code: '123456' } }),
  'POST /v1/session/proof': () => ({ body: { password: 'guessed it' } }),
  'POST /v1/session/organisation': ({ town }) => ({ body: { id: town.org.victim.id } }),
  'GET /v1/session/providers/callback': () => ({ path: '/v1/session/providers/callback?state=x&code=x' }),
  'POST /v1/session/providers/{id}': async ({ thing }) => ({
    path: `/v1/session/providers/${await thing('provider')}`,
    body: {},
  }),
  'GET /v1/providers': () => ({}),
  'GET /v1/places': () => ({}),
  'POST /v1/links/open': () => ({ body: { token: TOKEN } }),
  'POST /v1/links/first-start': () => ({ body: { token: TOKEN, person: newcomer(), organisation: { name: 'x' } } }),
  'POST /v1/links/invitation': () => ({ body: { token: TOKEN, person: newcomer() } }),
  'POST /v1/links/password': () => ({ body: { token: TOKEN, password: 'the barley is ripe again' } }),
  'POST /v1/links/second-factor': () => ({ body: { token: TOKEN } }),
  'POST /v1/links/provider': async ({ thing }) => ({ body: { token: TOKEN, providerId: await thing('provider') } }),
  'GET /v1/me': () => ({}),
  'PATCH /v1/me': () => ({ body: { name: 'somebody' } }),
  'POST /v1/me/login-names': () => ({ body: { loginName: `x${randomUUID()}` } }),
  'DELETE /v1/me/login-names/{value}': () => ({ path: '/v1/me/login-names/none' }),
  'PUT /v1/me/password': () => ({ body: { current: 'guessed it', next: 'the barley is ripe again' } }),
  'GET /v1/me/devices': () => ({}),
  'PUT /v1/me/devices/{id}': () => ({
    path: `/v1/me/devices/${TOKEN}`,
    body: { key: { kty: 'EC', crv: 'P-256', x: TOKEN, y: TOKEN } },
  }),
  'DELETE /v1/me/devices/{id}': () => ({ path: `/v1/me/devices/${TOKEN}` }),
  'GET /v1/me/sessions': () => ({}),
  'DELETE /v1/me/sessions/{id}': () => ({ path: '/v1/me/sessions/others' }),
  'POST /v1/me/totp': () => ({}),
  'POST /v1/me/totp/confirm': () => ({ body: { code: '123456' } }),
  'DELETE /v1/me/totp': () => ({}),
  'POST /v1/me/recovery-codes': () => ({}),
  'GET /v1/me/subjects': () => ({}),
  'POST /v1/me/subjects/{providerId}': async ({ thing }) => ({
    path: `/v1/me/subjects/${await thing('provider')}`,
    body: {},
  }),
  'DELETE /v1/me/subjects/{providerId}': async ({ thing }) => ({ path: `/v1/me/subjects/${await thing('provider')}` }),
  'GET /v1/organisation': () => ({}),
  'PATCH /v1/organisation': () => ({ body: {} }),
  'GET /v1/sites': () => ({}),
  'POST /v1/sites': () => ({ body: { name: 'x', kind: 'farm' } }),
  'PUT /v1/sites/{id}': async ({ thing }) => ({
    path: `/v1/sites/${await thing('site')}`,
    body: { name: 'x', kind: 'farm' },
  }),
  'DELETE /v1/sites/{id}': async ({ thing }) => ({ path: `/v1/sites/${await thing('site')}` }),
  'GET /v1/licences': () => ({}),
  'POST /v1/licences': () => ({ body: { scheme: 'other', number: randomUUID() } }),
  'PUT /v1/licences/{id}': async ({ thing }) => ({
    path: `/v1/licences/${await thing('licence')}`,
    body: { scheme: 'other', number: randomUUID() },
  }),
  'DELETE /v1/licences/{id}': async ({ thing }) => ({ path: `/v1/licences/${await thing('licence')}` }),
  'GET /v1/holdings': () => ({}),
  'POST /v1/holdings': () => ({ body: { scheme: randomUUID(), first: '1' } }),
  'DELETE /v1/holdings/{id}': async ({ thing }) => ({ path: `/v1/holdings/${await thing('holding')}` }),
  'GET /v1/personal': () => ({}),
  'POST /v1/personal': () => ({ body: { kind: 'phone', value: '13800138000' } }),
  'GET /v1/personal/{id}': async ({ thing }) => ({ path: `/v1/personal/${await thing('datum')}` }),
  // Of what is erased: what is sealed here is nothing that opens.
  'POST /v1/personal/{id}/read': async ({ thing }) => ({
    path: `/v1/personal/${await thing('erasedDatum')}/read`,
    body: { purpose: 'x' },
  }),
  'DELETE /v1/personal/{id}': async ({ thing }) => ({ path: `/v1/personal/${await thing('datum')}` }),
  'GET /v1/branches': () => ({}),
  'POST /v1/branches': () => ({ body: { name: 'x' } }),
  'GET /v1/branches/sheet': () => ({}),
  'POST /v1/branches/sheet': () => ({ body: {} }),
  'POST /v1/branches/{id}/invitations': async ({ thing }) => ({
    path: `/v1/branches/${await thing('branch')}/invitations`,
    body: { name: 'x', role: 'viewer' },
  }),
  'GET /v1/mandates': () => ({}),
  'POST /v1/mandates': async ({ thing }) => ({ body: { agent: await thing('regulatorBelow'), rights: ['query'] } }),
  'DELETE /v1/mandates/{id}': async ({ thing }) => ({ path: `/v1/mandates/${await thing('mandate')}` }),
  'GET /v1/openings': () => ({}),
  'POST /v1/openings': () => ({ body: { elements: ['time'], level: 'public' } }),
  'DELETE /v1/openings/{id}': async ({ thing }) => ({ path: `/v1/openings/${await thing('opening')}` }),
  'GET /v1/disputes': () => ({}),
  // Of nothing that is recorded: who may ask is told that there is none.
  'POST /v1/disputes': () => ({ body: { eventID: `urn:uuid:${randomUUID()}`, subject: 'other', words: 'x' } }),
  'POST /v1/disputes/{id}/acceptance': async ({ thing }) => ({
    path: `/v1/disputes/${await thing('dispute')}/acceptance`,
  }),
  'DELETE /v1/disputes/{id}': async ({ thing }) => ({ path: `/v1/disputes/${await thing('dispute')}` }),
  'GET /v1/exports/events': () => ({}),
  'GET /v1/exports/chains': () => ({}),
  'GET /v1/confidential-readings': () => ({}),
  'POST /v1/confidential-readings': ({ town }) => ({
    body: { caseNo: 'x', reason: 'x', about: [town.org.victim.id] },
  }),
  'POST /v1/confidential-readings/{id}/approve': async ({ thing }) => ({
    path: `/v1/confidential-readings/${await thing('confidential')}/approve`,
  }),
  'POST /v1/confidential-readings/{id}/end': async ({ thing }) => ({
    path: `/v1/confidential-readings/${await thing('confidential')}/end`,
  }),
  'GET /v1/shares': () => ({}),
  'POST /v1/shares': () => ({ body: { codes: ['https://id.gs1.org/01/06901234567892'], note: 'x' } }),
  'DELETE /v1/shares/{id}': async ({ thing }) => ({ path: `/v1/shares/${await thing('share')}` }),
  'GET /v1/partners': () => ({}),
  'POST /v1/partners': async ({ thing }) => ({ body: { organisation: await thing('organisation') } }),
  'POST /v1/partners/{id}/accept': async ({ thing }) => ({
    path: `/v1/partners/${await thing('invitingPartner')}/accept`,
  }),
  'POST /v1/partners/{id}/decline': async ({ thing }) => ({
    path: `/v1/partners/${await thing('invitingPartner')}/decline`,
  }),
  'DELETE /v1/partners/{id}': async ({ thing }) => ({ path: `/v1/partners/${await thing('partner')}` }),
  'GET /v1/supervised': () => ({}),
  'GET /v1/supervised/{id}': ({ town }) => ({ path: `/v1/supervised/${town.org.victim.id}` }),
  'POST /v1/supervised/licences/{id}/verify': async ({ thing }) => ({
    path: `/v1/supervised/licences/${await thing('licence')}/verify`,
    body: { what: 'x' },
  }),
  'GET /v1/jurisdictions': () => ({}),
  'POST /v1/jurisdictions': async ({ thing }) => ({
    body: { organisation: await thing('regulatorBelow'), region: '3202', category: 'food' },
  }),
  'DELETE /v1/jurisdictions/{id}': async ({ thing }) => ({ path: `/v1/jurisdictions/${await thing('jurisdiction')}` }),
  'GET /v1/operator/packs': () => ({}),
  'POST /v1/operator/packs': () => ({ body: {} }),
  'POST /v1/operator/packs/check': () => ({ body: {} }),
  'GET /v1/operator/packs/{id}/{version}/differences': () => ({ path: '/v1/operator/packs/none/2026.1/differences' }),
  'DELETE /v1/operator/packs/{id}/{version}': () => ({ path: '/v1/operator/packs/none/2026.1' }),
  'GET /v1/operator/demonstration': () => ({}),
  'POST /v1/operator/demonstration': () => ({}),
  'DELETE /v1/operator/demonstration': () => ({}),
  'GET /v1/map': () => ({}),
  'GET /v1/operator/map': () => ({}),
  'PUT /v1/operator/map': () => ({ body: { number: 'GS(2024)1234号', maker: 'x', svg: 'x' } }),
  'POST /v1/operator/map/check': () => ({ body: { svg: 'x' } }),
  'DELETE /v1/operator/map': () => ({}),
  'GET /v1/operator/backup': () => ({}),
  'POST /v1/operator/backup': () => ({ body: { passphrase: 'the barley is ripe' } }),
  'GET /v1/operator/organisations': () => ({}),
  'POST /v1/operator/organisations': () => ({ body: { name: 'x', kind: 'enterprise', owner: 'x' } }),
  'POST /v1/operator/organisations/{id}/status': async ({ thing }) => ({
    path: `/v1/operator/organisations/${await thing('organisation')}/status`,
    body: { status: 'suspended', reason: 'x' },
  }),
  'POST /v1/operator/organisations/{id}/merge': async ({ thing, town }) => ({
    path: `/v1/operator/organisations/${await thing('organisation')}/merge`,
    body: { into: town.org.stranger.id, reason: 'x' },
  }),
  'POST /v1/operator/organisations/{id}/unmerge': async ({ thing }) => ({
    path: `/v1/operator/organisations/${await thing('organisation')}/unmerge`,
  }),
  'POST /v1/operator/jurisdictions': async ({ thing }) => ({
    body: { organisation: await thing('regulatorBelow'), region: '32', category: 'drug' },
  }),
  'GET /v1/operator/providers': () => ({}),
  'POST /v1/operator/providers': () => ({
    body: { name: 'x', issuer: `https://${randomUUID()}.example`, clientId: 'x', clientSecret: 'x' },
  }),
  'PATCH /v1/operator/providers/{id}': async ({ thing }) => ({
    path: `/v1/operator/providers/${await thing('provider')}`,
    body: { name: 'y' },
  }),
  'DELETE /v1/operator/providers/{id}': async ({ thing }) => ({
    path: `/v1/operator/providers/${await thing('provider')}`,
  }),
  'POST /v1/registrations': () => ({ body: { person: newcomer(), organisation: { name: 'x', kind: 'enterprise' } } }),
  'GET /v1/people': () => ({}),
  'PATCH /v1/people/{id}': async ({ thing }) => ({
    path: `/v1/people/${await thing('member')}`,
    body: { role: 'recorder' },
  }),
  'DELETE /v1/people/{id}': async ({ thing }) => ({ path: `/v1/people/${await thing('member')}` }),
  'POST /v1/people/{id}/reset': async ({ thing }) => ({
    path: `/v1/people/${await thing('member')}/reset`,
    body: { what: 'password' },
  }),
  'DELETE /v1/people/{id}/sessions': async ({ thing }) => ({ path: `/v1/people/${await thing('member')}/sessions` }),
  'GET /v1/invitations': () => ({}),
  'POST /v1/invitations': () => ({ body: { name: 'x', role: 'viewer' } }),
  'DELETE /v1/invitations/{id}': async ({ thing }) => ({ path: `/v1/invitations/${await thing('invitation')}` }),
  'GET /v1/roles': () => ({}),
  'PUT /v1/roles/{name}': async ({ thing }) => ({
    path: `/v1/roles/${await thing('role')}`,
    body: { title: 'y', rights: ['query'] },
  }),
  'DELETE /v1/roles/{name}': async ({ thing }) => ({ path: `/v1/roles/${await thing('role')}` }),
  'GET /v1/keys': () => ({}),
  'POST /v1/keys': () => ({ body: { label: 'x', role: 'query' } }),
  'POST /v1/keys/{id}/rotate': async ({ thing }) => ({ path: `/v1/keys/${await thing('key')}/rotate`, body: {} }),
  'DELETE /v1/keys/{id}': async ({ thing }) => ({ path: `/v1/keys/${await thing('key')}` }),
  'GET /v1/occurrences': () => ({}),
  'POST /epcis/capture': () => ({ text: documentOf([objectEvent()]) }),
  'OPTIONS /epcis/capture': () => ({}),
  'GET /epcis/capture': () => ({}),
  'GET /epcis/capture/{captureID}': ({ recorded }) => ({ path: `/epcis/capture/${recorded.captureID}` }),
  'POST /epcis/events': () => ({ text: bareEvent(objectEvent()) }),
  'GET /epcis/events': () => ({}),
  'GET /epcis/events/{eventID}': ({ recorded }) => ({ path: `/epcis/events/${encodeURIComponent(recorded.eventID)}` }),
  'GET /epcis/epcs/{epc}/events': () => ({ path: '/epcis/epcs/06901234567892/events' }),
};

function countersignatures({ eventID }: Recorded): string {
  return `/v1/events/${encodeURIComponent(eventID)}/countersignatures`;
}
