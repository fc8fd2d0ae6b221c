/** `/v1/codes/parse` and `/v1/codes/schemes`: what a code says by itself. Needs no key: it says nothing that the code does not. */
import { CodeAnswerSchema, SchemeListSchema } from '@suyuan/api';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { listSchemes } from './list-schemes.ts';
import { readAnyCode } from './read-any-code.ts';

const CODE_LENGTH_MAX = 4_000; // what a QR code holds, and more

const CodeQuery = Type.Object({ code: Type.String({ minLength: 1, maxLength: CODE_LENGTH_MAX }) });

/** For a scope under `/v1`. */
export async function codesRoutes(app: FastifyInstance): Promise<void> {
  app.get<{ Querystring: Type.Static<typeof CodeQuery> }>(
    '/codes/parse',
    {
      config: { query: { once: ['code'], tellsPersons: true } },
      schema: { querystring: CodeQuery, response: { 200: CodeAnswerSchema } },
    },
    async (request) => readAnyCode(request.query.code),
  );
  app.get('/codes/schemes', { schema: { response: { 200: SchemeListSchema } } }, async () => listSchemes());
}
