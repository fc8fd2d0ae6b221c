/** The page of one code from what is asked to what it says, wherever that runs. */
import type { Language } from '@suyuan/api';
import type { Ctx } from '../../platform/ctx.ts';
import { untilLeft } from '../trace/index.ts';
import { type PageTold, tellPage } from './kept/code-pages.ts';
import { createWatch } from './kept/watch.ts';
import { type LookUpAs, lookUp } from './look-up.ts';

/** As a thread can be told it. */
export interface PageAsked {
  readonly code: string;
  readonly lang: Language;
  readonly nowMs: number;
}

export interface PageWalked {
  readonly told: PageTold;
  /** What it depends on, and until when it stays so by itself. */
  readonly keys: ReadonlySet<string>;
  readonly untilMs: number;
}

export interface WalkPage extends Pick<LookUpAs, 'nameKey' | 'packs' | 'recordersOf'> {
  /** Whoever asked has left by now: the walk ends. */
  isLeft(): boolean;
}

/** @param ctx the public's */
export async function walkPage(
  ctx: Pick<Ctx, 'read'>,
  { code, lang, nowMs }: PageAsked,
  { isLeft, ...deps }: WalkPage,
): Promise<PageWalked> {
  const noting = createWatch(nowMs);
  const watch = {
    ...noting,
    reader: (...[reader]: Parameters<typeof noting.reader>) => noting.reader(untilLeft(reader, isLeft)),
  };
  const found = await lookUp(ctx, code, { ...deps, language: lang, nowMs, watch });
  return { told: tellPage(found, lang), keys: noting.keys, untilMs: noting.untilMs() };
}
