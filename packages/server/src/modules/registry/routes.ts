/** `/v1/codes`: what a code is. */
import { Problem } from '@suyuan/api';
import { equivalents, readCode } from '@suyuan/codes';
import type { FastifyInstance } from 'fastify';

const CODE_LENGTH_MAX = 2_000;

export async function registryRoutes(app: FastifyInstance): Promise<void> {
  // Reading a code needs no key: it says nothing that the code does not say itself.
  app.get<{ Querystring: { code?: string } }>('/codes/parse', async (request) => {
    const { code } = request.query;
    if (typeof code !== 'string' || code === '' || code.length > CODE_LENGTH_MAX) {
      throw new Problem('query.parameter', { name: 'code' });
    }
    return { code, ...readCode(code.trim()), equivalents: equivalents(code.trim()) };
  });
}
