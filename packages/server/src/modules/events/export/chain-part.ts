/**
 * What others have recorded of the chains of some units, as far as it is open to whoever takes it back. Where chains lead a trace
 * finds out, which stands above this module.
 */
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { type Look, readChain, type Sight } from '../../disclosure/index.ts';
import type { ReadEvent } from '../query/read-events.ts';
import { isOfOthers, isOpen, type ToldEvent, tellOthers } from '../query/tell-others.ts';

/** Chains as they were walked. */
export interface FollowedChains {
  /** All events of them, in their order. */
  readonly events: readonly ReadEvent[];
  readonly sight: Sight;
  /** No bound of the walk was met. */
  readonly isWhole: boolean;
}

export interface FollowChains {
  /** Where these units came from and where they went, walked whole. @param codes canonical */
  followChains(tx: Tx, look: Look, codes: readonly string[]): Promise<FollowedChains>;
  /** Under which the names of hidden records are made, 32 bytes. */
  nameKey(): Buffer;
}

export interface ChainPart {
  readonly events: readonly ToldEvent[];
  readonly isWhole: boolean;
  readonly madeAt: Date;
}

export async function readChainPart(ctx: Ctx, codes: readonly string[], deps: FollowChains): Promise<ChainPart> {
  const madeAt = ctx.clock.now();
  if (codes.length === 0) return { events: [], isWhole: true, madeAt };
  return readChain(ctx, { codes, nameKey: deps.nameKey }, async (tx, look) => {
    const { events, sight, isWhole } = await deps.followChains(tx, look, codes);
    const open = events.filter((event) => isOfOthers(ctx, event) && isOpen(event, sight));
    return { events: await tellOthers(tx, open, sight), isWhole, madeAt };
  });
}
