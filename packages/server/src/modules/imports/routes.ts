/** `/v1/imports`: records from a file, and `/v1/forms/{pack}/{stage}/template`, the file to fill in. */
import {
  IMPORT_PART_BYTES,
  ImportsSchema,
  ImportWholeSchema,
  languageOf,
  type NewImport,
  NewImportSchema,
} from '@suyuan/api';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { acceptJsonAlone } from '../../platform/http/json-alone.ts';
import { XLSX } from '../../platform/xlsx/write-xlsx.ts';
import { createExportTurns, sendInTurn } from '../events/index.ts';
import { actingFor, mustBe } from '../identity/index.ts';
import { annotatedOf } from './annotated.ts';
import type { ImportDeps } from './deps.ts';
import {
  beginImport,
  checkAgain,
  listImports,
  mustImport,
  putPart,
  readImport,
  recordRows,
  removeImport,
} from './imports.ts';
import { formFor, type OfStage } from './reading-of.ts';
import { templateOf } from './template.ts';

const BODY_BYTES_MAX = 16 * 1024;
const PAGE = 50;
const PAGE_MAX = 200;
const OCTETS = 'application/octet-stream';

const IdOf = Type.String({ minLength: 1, maxLength: 60 });
const StageParams = Type.Object({ pack: IdOf, stage: IdOf });
const WithId = Type.Object({ id: Type.String({ format: 'uuid' }) });
type WithId = Type.Static<typeof WithId>;
const PartParams = Type.Object({
  ...WithId.properties,
  number: Type.String({ pattern: '^([1-9][0-9]?|1[0-9]{2}|200)$' }),
});
type PartParams = Type.Static<typeof PartParams>;
const Wanted = Type.Object({
  perPage: Type.Optional(Type.String({ pattern: '^[1-9][0-9]{0,2}$' })),
  cursor: Type.Optional(Type.String({ format: 'uuid' })),
});
const sheetOf = (description: string) => ({ 200: { description, content: { [XLSX]: { schema: Type.String() } } } });

/** For a scope of its own under `/v1`. */
export async function importRoutes(app: FastifyInstance, deps: ImportDeps): Promise<void> {
  await app.register(async (scope) => stageTemplate(scope, deps));
  await app.register(async (scope) => {
    // Before the body: nothing is taken from whoever may not.
    scope.addHook('onRequest', async (request) => mustImport(await deps.ctx(request)));
    await scope.register(async (parts) => partRoute(parts, deps));
    listRoutes(scope, deps);
    oneRoutes(scope, deps);
  });
}

function stageTemplate(app: FastifyInstance, deps: ImportDeps): void {
  app.get<{ Params: OfStage }>(
    '/forms/:pack/:stage/template',
    {
      config: { describes: { params: StageParams, response: sheetOf('The workbook to fill in') } },
      schema: { params: StageParams },
    },
    async (request, reply) => {
      const ctx = await deps.ctx(request);
      mustBe(ctx.actor, 'query');
      actingFor(ctx.actor);
      const { form } = await formFor(ctx, deps, request.params);
      const language = languageOf(request.headers['accept-language']);
      return reply
        .type(XLSX)
        .header('vary', 'accept-language')
        .header('content-disposition', attachment(`${form.name[language]}.xlsx`))
        .send(templateOf(form, language));
    },
  );
}

/** RFC 6266: the name as it is written, and one for whoever reads no Unicode. */
const attachment = (name: string): string =>
  `attachment; filename="import.xlsx"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`;

function partRoute(app: FastifyInstance, deps: ImportDeps): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(OCTETS, { parseAs: 'buffer', bodyLimit: IMPORT_PART_BYTES }, (_request, body, done) =>
    done(null, body),
  );
  app.put<{ Params: PartParams; Body: unknown }>(
    '/imports/:id/parts/:number',
    { schema: { consumes: [OCTETS], params: PartParams, response: { 204: Type.Null() } } },
    async (request, reply) => {
      const { id, number } = request.params;
      const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      await putPart(await deps.ctx(request), deps, { id, number: Number(number), bytes });
      return reply.code(204).send();
    },
  );
}

function listRoutes(app: FastifyInstance, deps: ImportDeps): void {
  acceptJsonAlone(app, BODY_BYTES_MAX);
  app.get<{ Querystring: Type.Static<typeof Wanted> }>(
    '/imports',
    {
      config: { query: { once: ['perPage', 'cursor'] } },
      schema: { querystring: Wanted, response: { 200: ImportsSchema } },
    },
    async (request) => {
      const { perPage = String(PAGE), cursor: after = null } = request.query;
      return listImports(await deps.ctx(request), deps, { after, count: Math.min(Number(perPage), PAGE_MAX) });
    },
  );
  app.put<{ Params: WithId; Body: NewImport }>(
    '/imports/:id',
    { schema: { params: WithId, body: NewImportSchema, response: { 200: ImportWholeSchema } } },
    async (request) => beginImport(await deps.ctx(request), deps, { ...request.body, id: request.params.id }),
  );
}

function oneRoutes(app: FastifyInstance, deps: ImportDeps): void {
  const turns = createExportTurns();
  const answersWhole = { schema: { params: WithId, response: { 200: ImportWholeSchema } } };
  app.get<{ Params: WithId }>('/imports/:id', answersWhole, async (request) =>
    readImport(await deps.ctx(request), deps, request.params.id),
  );
  app.delete<{ Params: WithId }>(
    '/imports/:id',
    { schema: { params: WithId, response: { 204: Type.Null() } } },
    async (request, reply) => {
      await removeImport(await deps.ctx(request), request.params.id);
      return reply.code(204).send();
    },
  );
  app.post<{ Params: WithId }>('/imports/:id/check', answersWhole, async (request) =>
    checkAgain(await deps.ctx(request), deps, request.params.id),
  );
  app.post<{ Params: WithId }>('/imports/:id/recording', answersWhole, async (request) =>
    recordRows(await deps.ctx(request), deps, request.params.id),
  );
  app.get<{ Params: WithId }>(
    '/imports/:id/annotated',
    {
      config: { describes: { params: WithId, response: sheetOf('The rows with something wrong, and what that is') } },
      schema: { params: WithId },
    },
    async (request, reply) => {
      const ctx = await deps.ctx(request);
      const language = languageOf(request.headers['accept-language']);
      return sendInTurn(reply, { turns, orgId: actingFor(ctx.actor).id }, async () => {
        const { name, body } = await annotatedOf(ctx, deps, { id: request.params.id, language });
        const problems = language === 'zh' ? '问题' : 'problems';
        reply
          .type(XLSX)
          .header('vary', 'accept-language')
          .header('content-disposition', attachment(`${name} - ${problems}.xlsx`));
        if (request.method !== 'HEAD') return body;
        body.destroy();
        return undefined;
      });
    },
  );
}
