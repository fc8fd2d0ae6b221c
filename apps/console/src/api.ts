/** The one way to the server: its own `/v1`, in JSON, with the session's cookie, in the person's language. */

import type { Language } from '@suyuan/api';
import { createContext, useContext } from 'react';
import { LANGUAGE_TAGS } from './settings/language.ts';

export interface Api {
  /** What the server answers; `Answer` is what `/v1` documents of the path. Throws `ApiProblem`. */
  get<Answer>(path: string): Promise<Answer>;
  send<Answer>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<Answer>;
}

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

  constructor({ status, code, title }: { status: number; code: string; title: string }, cause?: unknown) {
    super(title || code, { cause });
    this.status = status;
    this.code = code;
    this.title = title;
  }
}

export interface ApiDeps {
  readonly fetch: typeof fetch;
  language(): Language;
  /** Called where the server knows no session any more. */
  onSignedOut(): void;
}

export function createApi({ fetch, language, onSignedOut }: ApiDeps): Api {
  async function ask<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    const headers: Record<string, string> = {
      accept: 'application/json',
      'accept-language': LANGUAGE_TAGS[language()],
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(path, { method, headers, credentials: 'same-origin', ...sent }).catch(
      (cause: unknown) => {
        throw new ApiProblem({ status: 0, code: 'offline', title: '' }, cause);
      },
    );
    if (!response.ok) {
      const problem = await problemOf(response);
      if (problem.code === 'session.missing') onSignedOut();
      throw problem;
    }
    const text = await response.text();
    try {
      // 204 has no body; what a path answers is the server's word, which its own tests hold it to.
      return JSON.parse(text === '' ? 'null' : text);
    } catch (cause) {
      throw new ApiProblem({ status: response.status, code: 'unreadable', title: '' }, cause);
    }
  }
  return { get: (path) => ask('GET', path), send: ask };
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const { status } = response;
  const body: unknown = await response.json().catch(() => undefined);
  const { code, title } = Object(body);
  if (typeof code !== 'string' || typeof title !== 'string')
    return new ApiProblem({ status, code: 'unreadable', title: '' });
  return new ApiProblem({ status, code, title });
}

const ApiContext = createContext<Api | undefined>(undefined);
export const ApiProvider = ApiContext.Provider;

export function useApi(): Api {
  const api = useContext(ApiContext);
  if (api === undefined) throw new Error('useApi outside of ApiProvider');
  return api;
}
