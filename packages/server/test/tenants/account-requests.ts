/** What a stranger may ask of organisations, people and sign-in, knowing ids of another. */
import type { Request } from './tenants.ts';

const json = (method: string, path: string, body: unknown = {}): Request => ({
  method,
  path,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

const TOKEN = 'a'.repeat(43);
const PERSON = { name: 'x', loginName: 'stranger', password: 'a stranger to all' };

/** Requests of a route by its name, `GET` where nothing else is said; undefined for one that is not of these. */
export function accountRequestsTo(name: string, ids: readonly string[]): Request[] | undefined {
  return ROUTES[name]?.(ids);
}

const ROUTES: Readonly<Record<string, (ids: readonly string[]) => Request[]>> = {
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
  '/v1/me': () => [{ path: '/v1/me' }],
  'PATCH /v1/me': () => [json('PATCH', '/v1/me', { name: 'x' })],
  'POST /v1/me/login-names': () => [json('POST', '/v1/me/login-names', { loginName: 'stranger' })],
  'DELETE /v1/me/login-names/:value': () => [{ method: 'DELETE', path: '/v1/me/login-names/wang.jianguo' }],
  'PUT /v1/me/password': () => [json('PUT', '/v1/me/password', { current: 'x', next: 'a stranger to all' })],
  'POST /v1/me/totp': () => [{ method: 'POST', path: '/v1/me/totp' }],
  'POST /v1/me/totp/confirm': () => [json('POST', '/v1/me/totp/confirm', { code: '123456' })],
  'DELETE /v1/me/totp': () => [{ method: 'DELETE', path: '/v1/me/totp' }],
  'POST /v1/me/recovery-codes': () => [{ method: 'POST', path: '/v1/me/recovery-codes' }],
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
  '/v1/keys': () => [{ path: '/v1/keys' }],
  'POST /v1/keys': () => [json('POST', '/v1/keys', { label: 'x', role: 'admin' })],
  'POST /v1/keys/:id/rotate': (ids) => ids.map((id) => json('POST', `/v1/keys/${encodeURIComponent(id)}/rotate`)),
  'DELETE /v1/keys/:id': (ids) => ids.map((id) => ({ method: 'DELETE', path: `/v1/keys/${encodeURIComponent(id)}` })),
  '/v1/occurrences': (ids) => [
    { path: '/v1/occurrences' },
    ...ids.map((id) => ({ path: `/v1/occurrences?person=${encodeURIComponent(id)}` })),
  ],
};
