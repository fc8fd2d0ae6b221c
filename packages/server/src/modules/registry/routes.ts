/** `/v1/codes`: what a code is. */
import { Problem } from '@suyuan/api';
import { equivalents, readCode } from '@suyuan/codes';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';

const CODE_LENGTH_MAX = 2_000;

const CodeAnswer = Type.Object(
  {
    code: Type.String({ description: 'As given' }),
    scheme: Type.String(),
    canonical: Type.String({ description: 'For GS1 keys a Digital Link on https://id.gs1.org' }),
    names: Type.String({ description: 'What kind of thing it names: class, lot, instance, …' }),
    parts: Type.Record(Type.String(), Type.String()),
    classOf: Type.String(),
    lotOf: Type.Optional(Type.String()),
    wellFormed: Type.Boolean(),
    refusal: Type.Optional(
      Type.Object({ reason: Type.String(), message: Type.Object({ en: Type.String(), zh: Type.String() }) }),
    ),
    equivalents: Type.Array(Type.String()),
  },
  { additionalProperties: true },
);

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
      return { code, ...readCode(code.trim()), equivalents: equivalents(code.trim()) };
    },
  );
}
