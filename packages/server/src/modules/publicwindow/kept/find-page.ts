/** The page of a code: the one that is kept, or one that is made of a look-up. */
import type { Language } from '@suyuan/api';
import type { PublicPages } from '../pages.ts';
import type { PageAsked, PageWalked } from '../walk-page.ts';
import { type KeptPage, keptPage } from './code-pages.ts';
import type { Kept } from './kept.ts';

export interface FindsPages {
  readonly pages: Pick<PublicPages, 'renderPage'>;
  /** The page of a code; where it is walked is not for the route to say. */
  page(asked: PageAsked, left: AbortSignal): Promise<PageWalked>;
  /** Pages by language and code; its look-ups pass the gate of the public. */
  readonly kept: Kept<KeptPage>;
}

/** @param left aborted when whoever asks has gone */
export function findPage(
  { kept, page, pages }: FindsPages,
  { code, lang }: { readonly code: string; readonly lang: Language },
  left: AbortSignal,
): Promise<KeptPage> {
  return kept.get(`${lang} ${code}`, {
    async make(nowMs, stillLeft) {
      const { told, ...noted } = await page({ code, lang, nowMs }, stillLeft);
      return { value: keptPage(told, pages), ...noted };
    },
    bytesOf: ({ bytes }) => bytes,
    left,
  });
}
