/** One request of each operation on shared spaces; for the matrix of who may do what. */
import type { Asked, Given } from './asked.ts';

export const SPACE_REQUESTS: Readonly<Record<string, (given: Given) => Asked | Promise<Asked>>> = {
  'GET /v1/spaces': () => ({}),
  'POST /v1/spaces': () => ({ body: { name: 'x', purpose: 'x' } }),
  'GET /v1/spaces/{id}': async ({ thing }) => ({ path: `/v1/spaces/${await thing('space')}` }),
  'PATCH /v1/spaces/{id}': async ({ thing }) => ({ path: `/v1/spaces/${await thing('space')}`, body: { name: 'y' } }),
  'DELETE /v1/spaces/{id}': async ({ thing }) => ({ path: `/v1/spaces/${await thing('space')}` }),
  'POST /v1/spaces/{id}/invitations': async ({ thing }) => ({
    path: `/v1/spaces/${await thing('space')}/invitations`,
    body: { organisation: await thing('organisation') },
  }),
  'POST /v1/spaces/{id}/acceptance': async ({ thing }) => ({
    path: `/v1/spaces/${await thing('invitingSpace')}/acceptance`,
  }),
  'POST /v1/spaces/{id}/refusal': async ({ thing }) => ({
    path: `/v1/spaces/${await thing('invitingSpace')}/refusal`,
  }),
  'DELETE /v1/spaces/{id}/members/{organisation}': async ({ thing, town }) => ({
    path: `/v1/spaces/${await thing('joinedSpace')}/members/${town.org.victim.id}`,
  }),
};
