/** The one way to the server: its own `/v1`, in JSON, with the session's cookie, in the person's language. */

import type { Language } from '@suyuan/api';
import { createContext, useContext } from 'react';
import { LANGUAGE_TAGS } from './settings/language.ts';

export interface Api {
  /** What the server answers; `Answer` is what `/v1` documents of the path. Throws `ApiProblem`. */
  get<Answer>(path: string): Promise<Answer>;
  send<Answer>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<Answer>;
  /** A file that the server makes, however long that takes; `onBytes` is told how much of it has come. */
  download(path: string, body: unknown, watch: DownloadWatch): Promise<DownloadedFile>;
}

export interface DownloadWatch {
  readonly signal: AbortSignal;
  onBytes(count: number): void;
}

export interface DownloadedFile {
  /** As the server calls it. */
  readonly name: string;
  readonly file: Blob;
}

/** What is not answered by then is not answered: no button turns for ever. */
const ANSWER_MS = 60_000;

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
  /** When it came, in milliseconds since 1970. */
  readonly at = Date.now();

  constructor({ status, code, title, retryAfterS }: Refusal, cause?: unknown) {
    super(title || code, { cause });
    this.status = status;
    this.code = code;
    this.title = title;
    this.retryAfterS = retryAfterS;
  }
}

interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly retryAfterS?: number | undefined;
}

export interface ApiDeps {
  readonly fetch: typeof fetch;
  language(): Language;
  /** Called where the server knows no session any more. */
  onSignedOut(): void;
  /** Has the person prove once more who it is, where the server asks for that; false where it did not. */
  proveAgain(): Promise<boolean>;
}

export function createApi(deps: ApiDeps): Api {
  const request = createRequest(deps);
  /** What needs a fresh proof is asked once more when it was given; no page has to know. */
  async function ask(sent: Sent): Promise<Response> {
    try {
      return await request(sent);
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.code !== 'session.stale' || !(await deps.proveAgain())) throw error;
    }
    return request(sent);
  }
  async function send<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    return answerOf<Answer>(await ask({ method, path, body, signal: AbortSignal.timeout(ANSWER_MS) }));
  }
  return {
    get: (path) => send('GET', path),
    send,
    async download(path, body, { signal, onBytes }) {
      const response = await ask({ method: 'POST', path, body, signal });
      return { name: nameOf(response), file: await fileOf(response, onBytes) };
    },
  };
}

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly signal: AbortSignal;
}

function createRequest({ fetch, language, onSignedOut }: ApiDeps) {
  return async function request({ method, path, body, signal }: Sent): Promise<Response> {
    const headers: Record<string, string> = {
      accept: 'application/json',
      'accept-language': LANGUAGE_TAGS[language()],
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(path, { method, headers, credentials: 'same-origin', signal, ...sent }).catch(offline);
    if (response.ok) return response;
    const problem = await problemOf(response);
    // Without a session, what is an organisation's asks for a key.
    if (problem.code === 'session.missing' || problem.code === 'key.missing') onSignedOut();
    throw problem;
  };
}

function offline(cause: unknown): never {
  throw new ApiProblem({ status: 0, code: 'offline', title: '' }, cause);
}

async function answerOf<Answer>(response: Response): Promise<Answer> {
  const text = await response.text().catch(offline);
  try {
    // 204 has no body; what a path answers is the server's word, which its own tests hold it to.
    return JSON.parse(text === '' ? 'null' : text);
  } catch (cause) {
    throw new ApiProblem({ status: response.status, code: 'unreadable', title: '' }, cause);
  }
}

const nameOf = ({ headers }: Response): string =>
  /filename="([^"]+)"/.exec(headers.get('content-disposition') ?? '')?.[1] ?? 'suyuan';

/** Browsers keep a large Blob on the disk. One that was cut short is none. */
async function fileOf({ body }: Response, onBytes: (count: number) => void): Promise<Blob> {
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
  const { code, title } = Object(body);
  if (typeof code !== 'string' || typeof title !== 'string')
    return new ApiProblem({ status, code: 'unreadable', title: '', retryAfterS });
  return new ApiProblem({ status, code, title, retryAfterS });
}

const ApiContext = createContext<Api | undefined>(undefined);
export const ApiProvider = ApiContext.Provider;

export function useApi(): Api {
  const api = useContext(ApiContext);
  if (api === undefined) throw new Error('useApi outside of ApiProvider');
  return api;
}
