/** What a link tells, from what is shared to what is said of it, wherever that runs. */
import type { Language, SharedAnswer } from '@suyuan/api';
import type { SharePage } from '@suyuan/api/public-page';
import { withoutPersonalNumbers } from '@suyuan/codes';
import type { Ctx } from '../../platform/ctx.ts';
import { type AskShared, askShared, type ToldShared } from './ask-shared.ts';
import { sharePage } from './share-page.ts';
import type { FoundShare, Shared } from './store.ts';

/** As a thread can be told it. */
export interface SharedAsked {
  readonly shared: Shared;
  readonly language: Language;
  /** Nothing but whether it can be asked, if not given. */
  readonly wanted?: {
    readonly share: FoundShare;
    readonly askedAt: Date;
    /** As a page; as the text of an answer if not given. */
    readonly page?: Pick<SharePage, 'lang' | 'query'>;
  };
}

export interface SharedTold {
  readonly page?: SharePage;
  readonly text?: string;
}

/** @throws Problem as `askShared` */
export async function tellShared(
  ctx: Ctx,
  { shared, language, wanted }: SharedAsked,
  deps: Pick<AskShared, 'nameKey' | 'isLeft'>,
): Promise<SharedTold> {
  const told = await askShared(ctx, { shared, language, ...deps });
  if (wanted === undefined) return {};
  const { share, askedAt, page } = wanted;
  return page === undefined ? { text: textOf(share, told) } : { page: sharePage({ share, told, askedAt, ...page }) };
}

function textOf(share: FoundShare, { trace, event }: ToldShared): string {
  const answer: SharedAnswer = {
    sharedBy: { name: share.orgName, code: share.orgCode },
    until: share.validUntil.toISOString(),
    ...(event === undefined ? { trace } : { event }),
  };
  // Codes that somebody recorded may be the number of a person.
  return JSON.stringify(answer, (_name, value: unknown) =>
    typeof value === 'string' ? withoutPersonalNumbers(value) : value,
  );
}
