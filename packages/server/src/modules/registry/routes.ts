/** `/v1/codes`: what a code is, and which schemes are known. */
import { Problem } from '@suyuan/api';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { CodeAnswer, listSchemes, readAnyCode, SchemeList } from './codes.ts';

const CODE_LENGTH_MAX = 4_000; // what a QR code holds, and more

export async function registryRoutes(app: FastifyInstance): Promise<void> {
  // Reading a code needs no key: it says nothing that the code does not say itself.
  const querystring = Type.Object({ code: Type.String({ minLength: 1, maxLength: CODE_LENGTH_MAX }) });
  app.get<{ Querystring: { code?: string } }>(
    '/codes/parse',
    { schema: { querystring, response: { 200: CodeAnswer } } },
    async (request) => {
      const { code } = request.query;
      if (typeof code !== 'string' || code === '' || code.length > CODE_LENGTH_MAX) {
        throw new Problem('query.parameter', { name: 'code' });
      }
      return readAnyCode(code);
    },
  );
  app.get('/codes/schemes', { schema: { response: { 200: SchemeList } } }, async () => listSchemes());
}
