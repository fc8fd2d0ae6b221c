/** `/v1/registry/csv`: things of one kind by a file of comma-separated values. */
import { type EntryKind, EntryKindSchema, languageOf, Problem, SaidSchema } from '@suyuan/api';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { mustBe } from '../../identity/index.ts';
import type { CatalogueDeps } from '../deps.ts';
import { sayTable } from '../say-entries.ts';
import { csvTemplate } from './columns.ts';
import { decodeCsv, readCsv } from './read-csv.ts';
import { readTable } from './read-table.ts';

const CSV = 'text/csv';
/** A thousand rows of 2 KiB. */
const FILE_BYTES_MAX = 2 * 1024 * 1024;
const OfKindSchema = Type.Object({ kind: EntryKindSchema });

export async function csvRoutes(app: FastifyInstance, { ctx: ctxOf, ...deps }: CatalogueDeps): Promise<void> {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(CSV, { parseAs: 'buffer', bodyLimit: FILE_BYTES_MAX }, (_request, body, done) =>
    done(null, body),
  );
  // Before the body: nothing is taken from whoever may not.
  app.addHook('onRequest', async (request) => mustBe((await ctxOf(request)).actor, 'capture'));
  app.get<{ Querystring: { kind: EntryKind } }>(
    '/registry/csv',
    {
      config: {
        query: { once: ['kind'] },
        describes: {
          querystring: OfKindSchema,
          response: { 200: { description: 'The file to fill in', content: { [CSV]: { schema: Type.String() } } } },
        },
      },
      schema: { querystring: OfKindSchema },
    },
    async (request, reply) =>
      reply
        .type(`${CSV}; charset=utf-8`)
        .header('vary', 'accept-language')
        .header('content-disposition', `attachment; filename="${request.query.kind}.csv"`)
        .send(csvTemplate(request.query.kind, languageOf(request.headers['accept-language']))),
  );
  app.post<{ Querystring: { kind: EntryKind }; Body: unknown }>(
    '/registry/csv',
    {
      config: { query: { once: ['kind'] } },
      schema: { consumes: [CSV], querystring: OfKindSchema, response: { 200: SaidSchema } },
    },
    async (request) => {
      if (!Buffer.isBuffer(request.body)) throw new Problem('registry.csv');
      const table = readTable(readCsv(decodeCsv(request.body)), request.query.kind);
      return sayTable(await ctxOf(request), deps, table);
    },
  );
}
