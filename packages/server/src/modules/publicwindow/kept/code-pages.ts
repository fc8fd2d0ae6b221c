/** Pages of codes as they are kept: what a page says, and the texts of it that were asked for. */
import type { Code, CodePage, PublicAnswer, UnknownPage } from '@suyuan/api/public-page';
import type { FastifyInstance } from 'fastify';
import { createTold, type Told } from '../../../platform/http/told.ts';
import { isPersonal, type LookUp, productOf } from '../look-up.ts';
import { codePage, type PageRequest, unknownPage } from '../page-model.ts';
import type { PublicPages } from '../pages.ts';
import { createKept, type Kept, type KeptDeps } from './kept.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whatever is asked of the route, no page says anything else for it. */
    readonly leavesPages?: true;
  }
}

export interface KeptPage {
  readonly status: 200 | 400 | 404;
  /** Nobody but who asked may keep it. */
  readonly isPersonal: boolean;
  /** Without what the address asks for beside the code. */
  readonly model: CodePage | UnknownPage;
  /** The page, drawn when it is first asked for. */
  html(): Told;
  /** What the page says, for a program. */
  json(): Told;
  readonly jsonText: string;
  readonly bytes: number;
}

/** What is held of is worth counting by its code. */
export function heldCode({ status, model, isPersonal: isOfPerson }: KeptPage): Code | undefined {
  return status === 200 && !isOfPerson ? model.code : undefined;
}

/** Beside its text of JSON a model has itself, its page, and both packed. */
const TIMES_ITS_TEXT = 8;

/** What a page says, as a thread can hand it over. */
export type PageTold = Pick<KeptPage, 'status' | 'isPersonal' | 'model' | 'jsonText'>;

export function tellPage(found: LookUp, lang: PageRequest['lang']): PageTold {
  const status = statusOf(found);
  const model = status === 200 ? codePage(found, { lang }) : unknownPage(found, { lang });
  return { status, isPersonal: isPersonal(found.reading), model, jsonText: JSON.stringify(answerOf(found, model)) };
}

export function keptPage(told: PageTold, pages: Pick<PublicPages, 'renderPage'>): KeptPage {
  let json: Told | undefined;
  let html: Told | undefined;
  return {
    ...told,
    html: () => (html ??= createTold(pages.renderPage(told.model))),
    json: () => (json ??= createTold(told.jsonText)),
    // What is a person's is not kept.
    bytes: told.isPersonal ? Number.POSITIVE_INFINITY : told.jsonText.length * TIMES_ITS_TEXT,
  };
}

/** 200 when something is held: events, or at least the product's name. */
function statusOf(found: LookUp): KeptPage['status'] {
  if (!found.reading.wellFormed) return 400;
  const isNamed = [found.reading.canonical, ...productOf(found.reading)].some((code) => found.known.has(code));
  const isClass = found.reading.names === 'class';
  return found.trace !== undefined || (isClass && isNamed) ? 200 : 404;
}

function answerOf(found: LookUp, model: CodePage | UnknownPage): PublicAnswer {
  const { kind: _, lang: __, query: ___, ...rest } = model;
  return { ...rest, ...(found.trace === undefined ? {} : { completeness: found.trace.completeness }) };
}

/** Kept until something changes; what this program is asked to change is seen at once. */
export function keptPages(app: FastifyInstance, deps: KeptDeps): Kept<KeptPage> {
  const kept = createKept<KeptPage>(deps);
  app.addHook('onSend', async ({ method, routeOptions }, { statusCode }) => {
    if (routeOptions.config.leavesPages === true) return;
    if (method !== 'GET' && method !== 'HEAD' && statusCode < 400) kept.nudge();
  });
  return kept;
}
