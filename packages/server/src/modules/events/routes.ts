/** `/epcis`: the EPCIS 2.0 REST binding (capture, jobs, events). */
import { randomUUID } from 'node:crypto';
import type { Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { languageOf, Problem } from '@suyuan/api';
import { type Binding, EVENT_BYTES_MAX } from '@suyuan/epcis';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Ctx } from '../../platform/ctx.ts';
import { keepWhileWorking } from '../../platform/http/idle-socket.ts';
import { welcomeBody } from '../../platform/http/unread-body.ts';
import type { PublicMembers } from '../disclosure/index.ts';
import { type Keyring, mustBe } from '../identity/index.ts';
import type { Sequencer } from '../integrity/index.ts';
import { captureDocument } from './capture/capture-document.ts';
import { captureEvent } from './capture/capture-event.ts';
import type { Interlock } from './capture/interlock.ts';
import { jobBody } from './capture/jobs.ts';
import { readPersonalHandling } from './capture/personal-data.ts';
import { type BodyLimits, type ErrorBehaviour, receiveDocument, tooLarge } from './capture/receive-document.ts';
import { createSingles } from './capture/singles.ts';
import type { SpoolFolder } from './capture/spool-folder.ts';
import { findJob, findJobs } from './capture/store-jobs.ts';
import { createTurns } from './capture/turns.ts';
import { DESCRIPTIONS } from './describe.ts';
import { findEvents, getEvent, mentioning } from './query/find-events.ts';
import { EVENT_PARAMETERS, PAGE_PARAMETERS, type QueryString, readPageRequest } from './query/parameters.ts';

export interface EventsDeps {
  ctx(request: FastifyRequest): Promise<Ctx>;
  readonly sequencer: Sequencer;
  readonly interlock: Interlock;
  readonly spoolFolder: SpoolFolder;
  /** Under which the names of hidden records are made, 32 bytes. */
  nameKey(): Buffer;
  /** Which members of events are for everybody, now. */
  publicMembers(): Promise<PublicMembers>;
  readonly keyring: Keyring;
}

/** Two and a half times the 200 MB document that must go through, and small enough to spool on any machine. */
export const CAPTURE_BYTES_MAX = 512 * 1024 * 1024;
/** Bounded by what one transaction should hold; 512 MiB of the smallest events have some two million. */
export const CAPTURE_EVENTS_MAX = 2_000_000;
const LIMITS: BodyLimits = { bytesMax: CAPTURE_BYTES_MAX, eventsMax: CAPTURE_EVENTS_MAX };

const JSON_TYPES: readonly string[] = ['application/json', 'application/ld+json'];
const XML_TYPES: readonly string[] = ['application/xml', 'text/xml'];

const DISCOVERY: Readonly<Record<string, string>> = {
  'GS1-EPCIS-Version': '2.0.0',
  'GS1-CBV-Version': '2.0.0',
  'GS1-EPCIS-Min': '2.0.0',
  'GS1-EPCIS-Max': '2.0.0',
  'GS1-CBV-Min': '2.0.0',
  'GS1-CBV-Max': '2.0.0',
  'GS1-Vendor-Version': '0.1.0',
};

export async function eventsRoutes(app: FastifyInstance, deps: EventsDeps): Promise<void> {
  // Bodies are read as they come, by the scanner: Fastify hands over the stream.
  app.removeAllContentTypeParsers();
  for (const type of [...JSON_TYPES, ...XML_TYPES]) {
    app.addContentTypeParser(type, (_request, payload, done) => done(null, payload));
  }
  app.addHook('onSend', async (_request, reply) => {
    reply.headers({ 'GS1-EPCIS-Version': '2.0.0', 'GS1-CBV-Version': '2.0.0' });
  });
  app.addHook('onRequest', async (request) => refuseUnanswerable(request));
  captureRoutes(app, deps);
  queryRoutes(app, deps);
}

/** The context of a caller who may capture, whose body is wanted from here on. */
async function openCapture(request: FastifyRequest, reply: FastifyReply, ctxOf: EventsDeps['ctx']): Promise<Ctx> {
  const ctx = await ctxOf(request);
  mustBe(ctx.actor, 'capture');
  welcomeBody(request);
  keepWhileWorking(request, reply);
  return ctx;
}

function captureRoutes(app: FastifyInstance, { ctx: ctxOf, ...deps }: EventsDeps): void {
  const { spoolFolder, keyring } = deps;
  const turns = createTurns();
  const singles = createSingles(deps);
  app.post('/capture', { config: { describes: DESCRIPTIONS.captureDocument } }, async (request, reply) => {
    const ctx = await openCapture(request, reply, ctxOf);
    const errorBehaviour = readErrorBehaviour(request.headers['gs1-capture-error-behaviour']);
    const personalData = readPersonalHandling(request.headers['suyuan-personal-data']);
    announcedWithin(request, CAPTURE_BYTES_MAX);
    const binding = bindingOf(request);
    const turn = await turns.take();
    try {
      const body = turn.read(bodyOf(request));
      const document = await receiveDocument(body, { binding, errorBehaviour, personalData, spoolFolder }, LIMITS);
      try {
        const jobId = randomUUID();
        await withJob(reply, jobId, async () => {
          await captureDocument(ctx, deps, { jobId, document, errorBehaviour });
        });
        return await reply.code(202).send();
      } finally {
        await document.spool.close();
      }
    } finally {
      turn.leave();
    }
  });

  app.options('/capture', { config: { describes: DESCRIPTIONS.captureOptions } }, async (request, reply) => {
    mustBe((await ctxOf(request)).actor, 'query');
    return reply
      .code(204)
      .headers({
        ...DISCOVERY,
        allow: 'OPTIONS, GET, POST',
        'GS1-EPCIS-Capture-Limit': String(CAPTURE_EVENTS_MAX),
        'GS1-EPCIS-Capture-File-Size-Limit': String(CAPTURE_BYTES_MAX),
        'GS1-Capture-Error-Behaviour': 'rollback, proceed',
        'Suyuan-Personal-Data': 'keep, refuse, move',
      })
      .send();
  });

  app.get<{ Querystring: QueryString }>(
    '/capture',
    { config: { query: PAGE_PARAMETERS, describes: DESCRIPTIONS.listJobs } },
    async (request, reply) => {
      const ctx = await ctxOf(request);
      mustBe(ctx.actor, 'query');
      const { jobs, next } = await ctx.read((tx) => findJobs(tx, readPageRequest(request.query)));
      linkNext(reply, '/epcis/capture', { query: request.query, next });
      return jobs.map((job) => jobBody(job, languageOf(request.headers['accept-language'])));
    },
  );

  app.get<{ Params: { captureID: string } }>(
    '/capture/:captureID',
    { config: { describes: DESCRIPTIONS.findJob } },
    async (request) => {
      const ctx = await ctxOf(request);
      mustBe(ctx.actor, 'query');
      const { captureID } = request.params;
      const job = await ctx.read((tx) => findJob(tx, captureID));
      if (job === undefined) throw new Problem('resource.not-found', { what: captureID.slice(0, 200) });
      return jobBody(job, languageOf(request.headers['accept-language']));
    },
  );

  app.post('/events', { config: { describes: DESCRIPTIONS.captureEvent } }, async (request, reply) => {
    const ctx = await openCapture(request, reply, ctxOf);
    // The standard's XML has no document of one event alone.
    if (bindingOf(request) === 'xml') throw new Problem('request.content-type');
    const personalData = readPersonalHandling(request.headers['suyuan-personal-data']);
    announcedWithin(request, EVENT_BYTES_MAX);
    const turn = await turns.take();
    try {
      const text = await readText(turn.read(bodyOf(request)), EVENT_BYTES_MAX);
      const { eventID, movedCount } = await captureEvent(ctx, { singles, keyring }, { text, personalData });
      if (personalData === 'move') reply.header('suyuan-personal-data-moved', String(movedCount));
      const location = `/epcis/events/${encodeURIComponent(eventID)}`;
      return await reply.code(201).header('location', location).send();
    } finally {
      turn.leave();
    }
  });
}

function queryRoutes(app: FastifyInstance, { ctx: ctxOf, nameKey, publicMembers }: EventsDeps): void {
  app.get<{ Querystring: QueryString }>(
    '/events',
    { config: { query: EVENT_PARAMETERS, describes: DESCRIPTIONS.findEvents } },
    async (request, reply) => {
      const ctx = await ctxOf(request);
      mustBe(ctx.actor, 'query');
      const page = await findEvents(ctx, { query: request.query, nameKey, publicMembers });
      linkNext(reply, '/epcis/events', { query: request.query, next: page.next });
      return sendDocument(reply, page.document);
    },
  );

  app.get<{ Params: { eventID: string } }>(
    '/events/:eventID',
    { config: { describes: DESCRIPTIONS.getEvent } },
    async (request, reply) => {
      const ctx = await ctxOf(request);
      mustBe(ctx.actor, 'query');
      return sendDocument(reply, await getEvent(ctx, request.params.eventID, { nameKey, publicMembers }));
    },
  );

  const ofEpc = '/epcs/:epc/events';
  app.get<{ Params: { epc: string }; Querystring: QueryString }>(
    ofEpc,
    { config: { query: EVENT_PARAMETERS, describes: DESCRIPTIONS.eventsOfEpc } },
    async (request, reply) => {
      const ctx = await ctxOf(request);
      mustBe(ctx.actor, 'query');
      const { epc } = request.params;
      const page = await findEvents(ctx, { query: request.query, more: [mentioning(epc)], nameKey, publicMembers });
      linkNext(reply, `/epcis/epcs/${encodeURIComponent(epc)}/events`, { query: request.query, next: page.next });
      return sendDocument(reply, page.document);
    },
  );
}

/** Names the job where there is one: of what was captured, and of a document that was refused for what is in it. */
async function withJob(reply: FastifyReply, jobId: string, capture: () => Promise<void>): Promise<void> {
  const name = (): FastifyReply => reply.header('location', `/epcis/capture/${jobId}`);
  try {
    await capture();
    name();
  } catch (error) {
    if (error instanceof Problem) name();
    throw error;
  }
}

/** In which format the body is, by its content type. */
function bindingOf(request: FastifyRequest): Binding {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  return XML_TYPES.includes(type) ? 'xml' : 'json';
}

function readErrorBehaviour(header: string | string[] | undefined): ErrorBehaviour {
  const value = typeof header === 'string' ? header.trim().toLowerCase() : header;
  if (value === undefined || value === 'rollback') return 'rollback';
  if (value === 'proceed') return 'proceed';
  throw new Problem('request.invalid', { reason: 'GS1-Capture-Error-Behaviour: rollback | proceed' });
}

/** Bytes unpacked at a step; the default of 16 KiB costs a turn of the event loop each. */
const STEP = { chunkSize: 128 * 1024 };

const DECODERS: Readonly<Record<string, () => Transform>> = {
  gzip: () => createGunzip(STEP),
  deflate: () => createInflate(STEP),
  br: () => createBrotliDecompress(STEP),
};

/**
 * The body as it comes, unpacked; whoever counts its bytes counts them unpacked. Whoever stops reading leaves the
 * connection open, for the answer and the rest.
 */
async function* bodyOf(request: FastifyRequest): AsyncGenerator<Uint8Array> {
  const encoding = request.headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  if (encoding === 'identity') return yield* arriving(request);
  const decoder = Object.hasOwn(DECODERS, encoding) ? DECODERS[encoding] : undefined;
  if (decoder === undefined) throw new Problem('request.content-encoding', { encoding: encoding.slice(0, 50) });
  try {
    yield* unpacked(request, decoder());
  } catch (error) {
    if (error instanceof Error && 'code' in error && /^(Z_|ERR__ERROR_|ERR_BROTLI)/.test(String(error.code))) {
      throw new Problem('request.content-encoding', { encoding }, { cause: error });
    }
    throw error;
  }
}

/** Errors of the connection to the client, told apart here from those of the database, which have the same codes. */
async function* arriving({ raw }: FastifyRequest): AsyncGenerator<Uint8Array> {
  try {
    yield* raw.iterator({ destroyOnReturn: false });
  } catch (error) {
    throw new Problem('request.timeout', {}, { cause: error });
  }
}

/** `pipe`, since the other ways to join streams close the connection when the packing is broken. */
function unpacked({ raw }: FastifyRequest, decoder: Transform): Transform {
  const clientLeft = (): void => {
    if (!raw.complete) decoder.destroy(new Problem('request.timeout'));
  };
  raw.on('error', clientLeft);
  raw.on('close', clientLeft);
  if (raw.destroyed) clientLeft();
  return raw.pipe(decoder);
}

/** The standard's answer types are JSON here; who asks for XML alone gets told. */
function refuseUnanswerable(request: FastifyRequest): void {
  const { accept } = request.headers;
  if (accept === undefined || accept.trim() === '' || /json|application\/\*|\*\/\*/i.test(accept)) return;
  throw new Problem('request.not-acceptable', { accept: accept.slice(0, 100) });
}

/** Refuses by the announced length before a byte is read; the bytes are counted as well. */
function announcedWithin(request: FastifyRequest, bytesMax: number): void {
  if (Number(request.headers['content-length'] ?? 0) > bytesMax) throw tooLarge(bytesMax);
}

async function readText(body: AsyncIterable<Uint8Array>, bytesMax: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > bytesMax) throw tooLarge(bytesMax);
    chunks.push(chunk);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new Problem('request.invalid', { reason: 'UTF-8' });
  }
}

function sendDocument(reply: FastifyReply, document: string): FastifyReply {
  return reply.type('application/ld+json; charset=utf-8').send(document);
}

/** RFC 8288 link to the next page, EPCIS 2.0 REST binding §12.4. */
function linkNext(
  reply: FastifyReply,
  path: string,
  { query, next }: { query: QueryString; next?: string | undefined },
): void {
  if (next === undefined) return;
  const parameters = new URLSearchParams();
  for (const [name, given] of Object.entries(query)) {
    if (name === 'nextPageToken' || given === undefined) continue;
    for (const value of typeof given === 'string' ? [given] : given) parameters.append(name, value);
  }
  parameters.set('nextPageToken', next);
  reply.header('link', `<${path}?${parameters.toString()}>; rel="next"`);
}
