/** `/v1/registrations`: an organisation comes by itself, where the installation allows that. */
import { Problem, RegisterSchema, SessionSchema } from '@suyuan/api';
import type { FastifyInstance } from 'fastify';
import type { IdentityDeps } from '../deps.ts';
import type { NewPerson } from '../people/add-person.ts';
import { beginSession } from '../sessions/begin-session.ts';
import { refuseForeignOrigin } from '../sessions/cookie.ts';
import type { OrganisationGiven } from './operate.ts';
import { register } from './register.ts';

export async function registrationRoutes(app: FastifyInstance, deps: IdentityDeps): Promise<void> {
  app.post<{ Body: { person: NewPerson; organisation: OrganisationGiven } }>(
    '/registrations',
    { schema: { body: RegisterSchema, response: { 200: SessionSchema }, security: [] } },
    async (request, reply) => {
      refuseForeignOrigin(request, { needsWord: false });
      if (!deps.isRegistrationOpen) throw new Problem('registration.closed');
      const { token } = await register(await deps.ctx(request), deps.program, request.body);
      return beginSession(deps, { request, reply }, token);
    },
  );
}
