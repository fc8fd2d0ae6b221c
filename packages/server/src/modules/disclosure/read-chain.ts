/** The one way to what others recorded: read as *chain*, seen as whoever asks, and told to its owners before it is given. */
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/index.ts';
import { type Look, lookAs } from './look.ts';
import { noteLooks } from './note-looks.ts';
import type { PublicMembers } from './open-members.ts';

export interface ReadChain {
  /** What was asked for. */
  readonly codes: readonly string[];
  /** Under which the names of hidden records are made, 32 bytes. */
  nameKey(): Buffer;
  /** Which members of events are for everybody, now; none if not given, for whoever tells no members. */
  publicMembers?: (() => Promise<PublicMembers>) | undefined;
}

export async function readChain<Result>(
  ctx: Ctx,
  { codes, nameKey, publicMembers }: ReadChain,
  use: (tx: Tx, look: Look) => Promise<Result>,
): Promise<Result> {
  // Before the transaction: whoever holds one waits for no other.
  const members = await publicMembers?.();
  const { result, look } = await ctx.read(
    async (tx) => {
      const look = lookAs(tx, ctx.actor, { now: ctx.clock.now(), nameKey, publicMembers: members });
      return { result: await use(tx, look), look };
    },
    { as: 'chain' },
  );
  await noteLooks(ctx, { at: look.lookedAt, codes });
  return result;
}
