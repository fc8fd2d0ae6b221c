/** One part of chains from what is asked to what is written, wherever that runs. */
import type { Language } from '@suyuan/api';
import type { Out } from '../../../platform/apart/index.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import { noteHere } from '../../identity/index.ts';
import { type FollowChains, readChainPart } from './chain-part.ts';
import { FORMS, type Format } from './formats.ts';
import type { Piece } from './plan-part.ts';
import { unitsOfPart } from './read-part.ts';

/** As a thread can be told it. */
export interface ChainsAsked {
  /** Own records, or canonical codes. */
  readonly of: readonly Piece[] | readonly string[];
  /** What is noted of the part, beside its format and how much there is. */
  readonly detail: Readonly<Record<string, number>>;
  readonly format: Format;
  readonly language: Language;
}

/** There where a bound of the walk was met. */
export const INCOMPLETE = 'suyuan-export-incomplete';

/** Nothing is given that was not noted. */
export async function tellChains(
  ctx: Ctx,
  { of, detail, format, language }: ChainsAsked,
  { out, ...deps }: Omit<FollowChains, 'isLeft'> & { readonly out: Out },
): Promise<void> {
  const chains = await readChainPart(ctx, await codesOf(ctx, of), { ...deps, isLeft: () => out.hasLeft });
  const count = chains.events.length;
  await ctx.write((tx) => noteHere(tx, ctx, { kind: 'chains.exported', detail: { ...detail, format, count } }), {
    as: 'identity',
  });
  out.head({
    'suyuan-export-count': String(count),
    'suyuan-export-records': String(count),
    ...(chains.isWhole ? {} : { [INCOMPLETE]: 'true' }),
  });
  for await (const chunk of FORMS[format].writeChains(chains, language)) {
    if (typeof chunk === 'string') await out.write(chunk);
    else await out.pass(chunk);
  }
}

async function codesOf(ctx: Ctx, of: ChainsAsked['of']): Promise<readonly string[]> {
  const pieces = of.filter((each) => typeof each !== 'string');
  return pieces.length > 0 ? unitsOfPart(ctx, { events: pieces }) : of.filter((each) => typeof each === 'string');
}
