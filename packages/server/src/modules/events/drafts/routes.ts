/** `/v1/drafts`: documents that wait for somebody else's release. */
import {
  CaptureDocumentSchema,
  DraftSchema,
  DraftsSchema,
  DraftWholeSchema,
  Problem,
  RejectDraftSchema,
} from '@suyuan/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { Ctx } from '../../../platform/ctx.ts';
import { actingFor, mustBe } from '../../identity/index.ts';
import { WRITTEN_BYTES_MAX } from '../capture/receive-text.ts';
import { type DraftDeps, draftBody, makeDraft, refuseDraft, releaseDraft } from './drafts.ts';
import { type DraftRow, findDraft, selectDrafts } from './store-drafts.ts';

const AS = { as: 'identity' } as const;
const WithId = Type.Object({ id: Type.String({ format: 'uuid' }) });
const Wanted = Type.Object({
  state: Type.Optional(Type.Enum(['waiting', 'releasing', 'released', 'rejected', 'withdrawn'])),
});

export interface DraftRouteDeps extends DraftDeps {
  ctx(request: FastifyRequest): Promise<Ctx>;
}

export async function draftRoutes(app: FastifyInstance, deps: DraftRouteDeps): Promise<void> {
  const { ctx: ctxOf } = deps;
  // Kept to the byte, as what is captured.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    ['application/json', 'application/ld+json'],
    { parseAs: 'string', bodyLimit: WRITTEN_BYTES_MAX },
    (_request, text, done) => done(null, text),
  );
  app.get<{ Querystring: { state?: DraftRow['state'] } }>(
    '/drafts',
    { config: { query: { once: ['state'] } }, schema: { querystring: Wanted, response: { 200: DraftsSchema } } },
    async (request) => {
      const ctx = await seeing(await ctxOf(request));
      const rows = await ctx.read((tx) => selectDrafts(tx, request.query.state ?? null), AS);
      return { drafts: rows.map(draftBody) };
    },
  );
  app.post<{ Body: string }>(
    '/drafts',
    { config: { describes: { body: CaptureDocumentSchema, response: { 201: DraftSchema } } } },
    async (request, reply) => {
      const ctx = await ctxOf(request);
      const id = await makeDraft(ctx, deps, { text: request.body, note: noteOf(request) });
      return reply
        .code(201)
        .header('location', `/v1/drafts/${id}`)
        .send(await shown(ctx, id));
    },
  );
  app.get<{ Params: { id: string } }>(
    '/drafts/:id',
    { config: { describes: { params: WithId, response: { 200: DraftWholeSchema } } }, schema: { params: WithId } },
    async (request) => shown(await seeing(await ctxOf(request)), request.params.id),
  );
  decisionRoutes(app, deps);
}

function decisionRoutes(app: FastifyInstance, deps: DraftRouteDeps): void {
  const { ctx: ctxOf } = deps;
  app.post<{ Params: { id: string } }>(
    '/drafts/:id/release',
    { config: { describes: { params: WithId, response: { 200: DraftWholeSchema } } }, schema: { params: WithId } },
    async (request) => {
      const ctx = await ctxOf(request);
      await releaseDraft(ctx, deps, request.params.id);
      return shown(ctx, request.params.id);
    },
  );
  app.post<{ Params: { id: string }; Body: string }>(
    '/drafts/:id/reject',
    {
      config: { describes: { params: WithId, body: RejectDraftSchema, response: { 204: Type.Null() } } },
      schema: { params: WithId },
    },
    async (request, reply) => {
      await refuseDraft(await ctxOf(request), request.params.id, reasonOf(request.body));
      return reply.code(204).send();
    },
  );
  app.delete<{ Params: { id: string } }>(
    '/drafts/:id',
    { schema: { params: WithId, response: { 204: Type.Null() } } },
    async (request, reply) => {
      await refuseDraft(await ctxOf(request), request.params.id, null);
      return reply.code(204).send();
    },
  );
}

/** Of a caller who may look at drafts. */
async function seeing(ctx: Ctx): Promise<Ctx> {
  mustBe(ctx.actor, 'query');
  actingFor(ctx.actor);
  return ctx;
}

async function shown(ctx: Ctx, id: string) {
  const draft = await ctx.read((tx) => findDraft(tx, id), AS);
  if (draft === undefined) throw new Problem('resource.not-found', { what: id });
  const { body, ...row } = draft;
  return { ...draftBody(row), document: JSON.parse(body) };
}

/** For whoever releases it: a header, since the body is the document. */
function noteOf({ headers }: FastifyRequest): string | null {
  const given = headers['suyuan-note'];
  if (typeof given !== 'string' || given.trim() === '') return null;
  try {
    return decodeURIComponent(given).slice(0, 500);
  } catch {
    throw new Problem('request.invalid', { reason: 'Suyuan-Note: percent-encoded' });
  }
}

function reasonOf(text: string): string {
  try {
    const read: unknown = JSON.parse(text);
    const reason: unknown = Object(read).reason;
    if (typeof reason === 'string' && reason.trim() !== '') return reason.trim().slice(0, 500);
  } catch {}
  throw new Problem('request.invalid', { reason: 'reason' });
}
