/** A client of a Suyuan server, for browsers and programs: what the HTTP surfaces take and give, typed. */

import type { NewOpeningBody, OpeningsBody } from './disclosure/opening.ts';
import type { QueryDocumentBody } from './epcis/document.ts';
import type { CaptureJobBody } from './epcis/job.ts';
import { NAMED_CODES_MAX, type NamesAnswer } from './names.ts';
import type { ProblemBody } from './problems.ts';
import { queryOf } from './query-of.ts';
import { type RegistryClient, registryClient } from './registry-client.ts';
import type { TraceAnswer, TraceDirection } from './trace.ts';

export interface ClientOptions {
  /** The server's address, `http://127.0.0.1:7800`. */
  readonly url: string;
  readonly key?: string;
  /** Of messages; Chinese where not given. */
  readonly language?: 'zh' | 'en';
}

/** A refusal of the server: its problem document (RFC 9457). */
export class RequestRefused extends Error {
  readonly problem: ProblemBody;
  /** Seconds after which a busy server wants to be asked again. */
  readonly retryAfterS: number | undefined;

  constructor(problem: ProblemBody, retryAfterS?: number) {
    super(problem.detail === undefined ? problem.title : `${problem.title}\n${problem.detail}`);
    this.name = 'RequestRefused';
    this.problem = problem;
    this.retryAfterS = retryAfterS;
  }
}

export interface TraceRequest {
  readonly codes: readonly string[];
  readonly direction?: TraceDirection;
  /** RFC 3339. */
  readonly at?: string;
  /** Units further off are left out, and that is told. */
  readonly hopsMax?: number;
}

/** One list of a trace as a table, or all of them line by line. */
type TraceAs = { readonly format: 'csv'; readonly only: TraceList } | { readonly format: 'ndjson' };
type TraceList = 'units' | 'events' | 'links' | 'custody' | 'anomalies';

export interface EventsPage {
  readonly document: QueryDocumentBody;
  /** The document as text, events byte for byte as they were received. */
  readonly text: string;
  /** `nextPageToken` of the following page. */
  readonly next?: string;
}

export interface CaptureHow {
  /** JSON where it is not said. */
  readonly format?: 'json' | 'xml';
  /** Telephone and identity numbers in texts: `keep` where it is not said. */
  readonly personalData?: 'keep' | 'refuse' | 'move';
}

/** `xlsx` is an Excel workbook in the language of the client. */
export type ExportFormat = 'epcis' | 'xlsx';

/** `events`: what the organisation has recorded. `chains`: what others have of its goods, as far as it is open to it. */
export type ExportKind = 'events' | 'chains';

export interface ExportWanted {
  readonly kind: ExportKind;
  readonly format: ExportFormat;
  /** Positions of the log. */
  readonly from: number;
  /** Where all parts end; where the log ends now if not given. */
  readonly until?: number | undefined;
  /** Records of a part, at most. */
  readonly count?: number | undefined;
}

/** A part of an export, whole by itself; of `events` the same whenever it is asked for. */
export interface ExportPart {
  /** Of a file for it: `suyuan-`, whose it is, and its positions. */
  readonly name: string;
  /** No bound was met that left something out. */
  readonly isWhole: boolean;
  readonly to: number;
  readonly until: number;
  /** Its events, and the elements of vocabularies in it; 0 where that was not looked at, for the head of `chains`. */
  readonly records: number;
  /** There is none where only the head was asked for. */
  readonly body: ReadableStream<Uint8Array> | null;
}

export interface Client extends RegistryClient {
  /** Sends an EPCIS 2.0 document, a string, bytes or a stream of them; resolves when it is stored and in the log. */
  capture(document: CaptureBody, errorBehaviour?: 'rollback' | 'proceed', how?: CaptureHow): Promise<CaptureJobBody>;
  job(captureID: string): Promise<CaptureJobBody>;
  /** Events by the EPCIS query language's parameters. */
  events(parameters: Readonly<Record<string, string>>): Promise<EventsPage>;
  event(eventID: string): Promise<EventsPage>;
  trace(request: TraceRequest): Promise<TraceAnswer>;
  /** The same as it comes. */
  traceAs(request: TraceRequest, as: TraceAs): Promise<ReadableStream<Uint8Array> | null>;
  /** A part of an export; `HEAD` tells of it alone. */
  exportPart(wanted: ExportWanted, method?: 'GET' | 'HEAD'): Promise<ExportPart>;
  /** The names of those codes that have one. */
  names(codes: readonly string[]): Promise<NamesAnswer['names']>;
  /** What the organisation has opened further than the defaults. */
  openings(): Promise<OpeningsBody['openings']>;
  openFurther(opening: NewOpeningBody): Promise<void>;
}

export type CaptureBody = string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;

export function createClient({ url, key, language = 'zh' }: ClientOptions): Client {
  const base = url.replace(/\/+$/, '');
  const headers: Record<string, string> = { 'accept-language': language };
  if (key !== undefined) headers.authorization = `Bearer ${key}`;

  async function send(path: string, init: RequestInit = {}): Promise<Response> {
    const response = await fetch(base + path, { ...init, headers: { ...headers, ...init.headers } });
    if (response.ok) return response;
    const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
    throw new RequestRefused(await readProblem(response), Number.isNaN(retryAfter) ? undefined : retryAfter);
  }
  const job = async (captureID: string): Promise<CaptureJobBody> =>
    (await send(`/epcis/capture/${encodeURIComponent(captureID)}`)).json();
  const readPage = async (response: Response): Promise<EventsPage> => {
    const text = await response.text();
    const next = /[?&]nextPageToken=([^&>]+)[^>]*>;\s*rel="next"/.exec(response.headers.get('link') ?? '')?.[1];
    return { document: JSON.parse(text), text, ...(next === undefined ? {} : { next: decodeURIComponent(next) }) };
  };

  return {
    ...registryClient(send),
    async capture(document, errorBehaviour = 'rollback', { format = 'json', personalData } = {}) {
      const response = await send('/epcis/capture', {
        method: 'POST',
        body: document,
        headers: {
          'content-type': format === 'xml' ? 'application/xml' : 'application/ld+json',
          'gs1-capture-error-behaviour': errorBehaviour,
          ...(personalData === undefined ? {} : { 'suyuan-personal-data': personalData }),
        },
        // What a stream as a body needs (Fetch standard).
        ...(document instanceof ReadableStream ? { duplex: 'half' } : {}),
      });
      return job((response.headers.get('location') ?? '').replace(/^.*\//, ''));
    },
    job,
    async events(parameters) {
      return readPage(await send(`/epcis/events?${new URLSearchParams(parameters)}`));
    },
    async event(eventID) {
      return readPage(await send(`/epcis/events/${encodeURIComponent(eventID)}`));
    },
    trace: async (request) => (await send(`/v1/trace?${traceQuery(request)}`)).json(),
    traceAs: async (request, as) => (await send(`/v1/trace?${traceQuery(request)}&${new URLSearchParams(as)}`)).body,
    async exportPart({ kind, format, ...bounds }, method = 'GET') {
      const query = queryOf({ format, ...bounds });
      const { headers: told, body } = await send(`/v1/exports/${kind}?${query}`, { method });
      return {
        name: /filename="([\w.-]+)"/.exec(told.get('content-disposition') ?? '')?.[1] ?? '',
        isWhole: told.get('suyuan-export-incomplete') === null,
        to: Number(told.get('suyuan-export-to')),
        until: Number(told.get('suyuan-export-until')),
        records: Number(told.get('suyuan-export-records')),
        body,
      };
    },
    async names(codes) {
      const all: NamesAnswer['names'] = [];
      for (let from = 0; from < codes.length; from += NAMED_CODES_MAX) {
        const some = codes.slice(from, from + NAMED_CODES_MAX);
        const parameters = new URLSearchParams(some.map((code) => ['code', code]));
        const { names }: NamesAnswer = await (await send(`/v1/codes/names?${parameters}`)).json();
        all.push(...names);
      }
      return all;
    },
    async openings() {
      const { openings }: OpeningsBody = await (await send('/v1/openings')).json();
      return openings;
    },
    async openFurther(opening) {
      await send('/v1/openings', {
        method: 'POST',
        body: JSON.stringify(opening),
        headers: { 'content-type': 'application/json' },
      });
    },
  };
}

async function readProblem(response: Response): Promise<ProblemBody> {
  const text = await response.text();
  try {
    const body: ProblemBody = JSON.parse(text);
    if (typeof body.title === 'string') return body;
  } catch {
    // Not from us: a proxy on the way, for example.
  }
  return {
    type: 'about:blank',
    title: `HTTP ${response.status} ${text.slice(0, 200)}`,
    status: response.status,
    code: 'server.fault',
  };
}

function traceQuery({ codes, direction = 'both', at, hopsMax }: TraceRequest): URLSearchParams {
  const query = new URLSearchParams(codes.map((code) => ['code', code]));
  query.set('direction', direction);
  if (at !== undefined) query.set('at', at);
  if (hopsMax !== undefined) query.set('hopsMax', String(hopsMax));
  return query;
}
