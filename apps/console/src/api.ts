/** The one way to the server: its own `/v1`, in JSON or files, with the session's cookie, in the person's language. */

import type { Language } from '@suyuan/api';
import { createContext, useContext } from 'react';
import { LANGUAGE_TAGS } from './settings/language.ts';

export interface Api {
  /** What the server answers; `Answer` is what `/v1` documents of the path. Throws `ApiProblem`. */
  get<Answer>(path: string): Promise<Answer>;
  /** What the server tells of the path without its body. */
  head(path: string): Promise<Headers>;
  send<Answer>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<Answer>;
  /** A document whose body is the standard's, so that what is said of it goes into the header `Suyuan-Note`. */
  sendNoted<Answer>(path: string, document: object, note: string): Promise<Answer>;
  /** A file, by POST, as of the media type that it says of itself. */
  sendFile<Answer>(path: string, file: Blob): Promise<Answer>;
  /** A file, or a part of one, that takes the place of what is there. */
  putFile(path: string, file: Blob): Promise<void>;
  /** A file of this media type. */
  getFile(path: string, type: string): Promise<Blob>;
  /** A file that the server makes on being asked so, however long that takes. */
  download(path: string, body: unknown, watch: DownloadWatch): Promise<DownloadedFile>;
}

export interface DownloadWatch {
  readonly signal: AbortSignal;
  /** How much of it has come. */
  onBytes(count: number): void;
}

export interface DownloadedFile {
  /** As the server calls it. */
  readonly name: string;
  readonly file: Blob;
}

/** What is not answered by then is not answered: no button turns for ever. */
const ANSWER_MS = 60_000;
/** Of a file that is sent: a slow line has to carry it, and the server works through all that is in it. */
const FILE_ANSWER_MS = 180_000;

/** `offline` where no answer came, `unreadable` where it was none of ours: a proxy's page, for one. */
type OwnCode = 'offline' | 'unreadable';

/** A refusal. `title` is the server's own sentence, for a person; empty where the server gave none. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  /** 0 where no answer came. */
  readonly status: number;
  /** Of the catalogue of problems, `sign-in.wrong` for one. */
  readonly code: string | OwnCode;
  readonly title: string;
  /** Seconds after which the server wants to be asked again, where it said so. */
  readonly retryAfterS: number | undefined;
  /** Each thing that is wrong with what was sent, the first of them where there are many. */
  readonly findings: readonly ToldFinding[];
  /** When it came, in milliseconds since 1970. */
  readonly at = Date.now();

  constructor({ status, code, title, retryAfterS, findings = [] }: Refusal, cause?: unknown) {
    super(title || code, { cause });
    this.status = status;
    this.code = code;
    this.title = title;
    this.retryAfterS = retryAfterS;
    this.findings = findings;
  }
}

interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly retryAfterS?: number | undefined;
  readonly findings?: readonly ToldFinding[];
}

export interface ToldFinding {
  /** Where it is, in what was sent. */
  readonly pointer: string;
  /** What stands there, where that says anything. */
  readonly value: string;
  readonly message: Readonly<Record<Language, string>>;
}

export interface ApiDeps {
  readonly fetch: typeof fetch;
  language(): Language;
  /** Called where the server knows no session any more. */
  onSignedOut(): void;
  /** Has the person prove once more who it is, where the server asks for that; false where it did not. */
  proveAgain(): Promise<boolean>;
  /** Told of each answer, whichever it is: its header `Date`. */
  onAnswer?(date: string | null): void;
  /** Told where none came. */
  onLost?(): void;
}

export function createApi(deps: ApiDeps): Api {
  const request = createRequest(deps);
  /** What needs a fresh proof is asked once more when it was given; no page has to know. */
  async function ask(asked: Asked): Promise<Response> {
    try {
      return await request(asked);
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.code !== 'session.stale' || !(await deps.proveAgain())) throw error;
    }
    return request(asked);
  }
  return {
    get: async (path) => readJson(await ask({ method: 'GET', path })),
    head: async (path) => (await ask({ method: 'HEAD', path })).headers,
    send: async (method, path, body) =>
      readJson(
        await ask(
          body === undefined ? { method, path } : { method, path, type: JSON_TYPE, body: JSON.stringify(body) },
        ),
      ),
    sendNoted: async (path, document, note) =>
      readJson(await ask({ method: 'POST', path, type: JSON_TYPE, body: JSON.stringify(document), note })),
    sendFile: async (path, file) =>
      readJson(await ask({ method: 'POST', path, type: file.type, body: file, limitMs: FILE_ANSWER_MS })),
    putFile: async (path, file) => {
      await ask({ method: 'PUT', path, type: file.type, body: file, limitMs: FILE_ANSWER_MS });
    },
    getFile: async (path, type) => readFile(await ask({ method: 'GET', path, accept: type }), type),
    async download(path, body, { signal, onBytes }) {
      const sent = { type: JSON_TYPE, body: JSON.stringify(body) };
      const response = await ask({ method: 'POST', path, ...sent, signal });
      return { name: nameOf(response), file: await countedFile(response, onBytes) };
    },
  };
}

const JSON_TYPE = 'application/json';

interface Asked {
  readonly method: string;
  readonly path: string;
  /** Of the body. */
  readonly type?: string;
  readonly body?: string | Blob;
  /** What is said of the body, in any language. */
  readonly note?: string;
  /** Of the answer. */
  readonly accept?: string;
  /** In place of `signal`. */
  readonly limitMs?: number;
  readonly signal?: AbortSignal;
}

function createRequest({ fetch, language, onSignedOut, onAnswer, onLost }: ApiDeps) {
  return async function request(asked: Asked): Promise<Response> {
    const { method, path, type, body, note = '', accept = JSON_TYPE, limitMs = ANSWER_MS } = asked;
    const { signal = AbortSignal.timeout(limitMs) } = asked;
    const headers: Record<string, string> = {
      accept,
      'accept-language': LANGUAGE_TAGS[language()],
      ...(type === undefined ? {} : { 'content-type': type }),
      ...(note === '' ? {} : { 'suyuan-note': encodeURIComponent(note) }),
    };
    const sent = body === undefined ? {} : { body };
    const response = await fetch(path, { method, headers, credentials: 'same-origin', signal, ...sent }).catch(
      (error) => {
        // Whoever broke it off has a line.
        if (asked.signal?.aborted !== true) onLost?.();
        return offline(error);
      },
    );
    onAnswer?.(response.headers.get('date'));
    if (response.ok) return response;
    const problem = await problemOf(response);
    // Without a session, what is an organisation's asks for a key.
    const isSignedOut = problem.code === 'session.missing' || problem.code === 'key.missing';
    // To HEAD nothing is answered that would say which refusal it is.
    if (isSignedOut || (method === 'HEAD' && problem.status === 401)) onSignedOut();
    throw problem;
  };
}

function offline(cause: unknown): never {
  throw new ApiProblem({ status: 0, code: 'offline', title: '' }, cause);
}

async function readJson<Answer>(response: Response): Promise<Answer> {
  const text = await response.text().catch(offline);
  try {
    // 204 has no body; what a path answers is the server's word, which its own tests hold it to.
    return JSON.parse(text === '' ? 'null' : text);
  } catch (cause) {
    throw new ApiProblem({ status: response.status, code: 'unreadable', title: '' }, cause);
  }
}

/** Anything of another type is none of ours, a proxy's page for one: nobody is to keep that as the file. */
async function readFile(response: Response, type: string): Promise<Blob> {
  const [told] = (response.headers.get('content-type') ?? '').split(';');
  if (told !== type) throw new ApiProblem({ status: response.status, code: 'unreadable', title: '' });
  return response.blob().catch(offline);
}

const nameOf = ({ headers }: Response): string =>
  /filename="([^"]+)"/.exec(headers.get('content-disposition') ?? '')?.[1] ?? 'suyuan';

/** Browsers keep a large Blob on the disk. One that was cut short is none. */
async function countedFile({ body }: Response, onBytes: (count: number) => void): Promise<Blob> {
  let count = 0;
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      count += chunk.length;
      onBytes(count);
      controller.enqueue(chunk);
    },
  });
  return new Response(body?.pipeThrough(counted)).blob().catch(offline);
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const { status, headers } = response;
  const retryAfter = headers.get('retry-after') ?? '';
  const retryAfterS = /^\d+$/.test(retryAfter) ? Number(retryAfter) : undefined;
  const body: unknown = await response.json().catch(() => undefined);
  const { code, title, errors } = Object(body);
  if (typeof code !== 'string' || typeof title !== 'string')
    return new ApiProblem({ status, code: 'unreadable', title: '', retryAfterS });
  const findings = Array.isArray(errors) ? errors.flatMap(findingOf) : [];
  return new ApiProblem({ status, code, title, retryAfterS, findings });
}

/** None where it is of a form that this page cannot tell. */
function findingOf(error: unknown): ToldFinding[] {
  const { pointer, value, message } = Object(error);
  const { zh, en } = Object(message);
  if (typeof pointer !== 'string' || typeof zh !== 'string' || typeof en !== 'string') return [];
  return [{ pointer, value: typeof value === 'string' ? value : '', message: { zh, en } }];
}

const ApiContext = createContext<Api | undefined>(undefined);
export const ApiProvider = ApiContext.Provider;

export function useApi(): Api {
  const api = useContext(ApiContext);
  if (api === undefined) throw new Error('useApi outside of ApiProvider');
  return api;
}
