/** What a linkset says of a code, for which nothing is traced: which reading counts, and whether anything is held of it. */
import { type CodeReading, interpret } from '@suyuan/codes';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/index.ts';
import { PUBLIC_MASTER } from '../disclosure/index.ts';
import { findEndsOfUnits, readNotices } from '../events/index.ts';
import { findMasterData } from '../registry/index.ts';
import { candidatesOf, productOf } from './look-up.ts';

export interface Linked {
  readonly reading: CodeReading;
  /** As of its page; one whose only notices have ended counts as held. */
  readonly status: 200 | 400 | 404;
}

/** A few statements, whatever the chain: one event tells as much as all. */
const ONE = 1;

/** Never of a code with the number of a person. */
export async function lookUpLinks(ctx: Pick<Ctx, 'read'>, given: string): Promise<Linked> {
  const { detection, reading: likeliest } = interpret(given);
  const candidates = candidatesOf(given, detection);
  return ctx.read(
    async (tx) => {
      for (const { reading, start } of candidates) {
        const ids = await findEndsOfUnits(tx, start, { max: ONE, end: 'newest' });
        if (ids.length > 0) return { reading, status: statusOf(reading, true) };
      }
      const codes = [...candidates.map(({ reading }) => reading.canonical), ...productOf(likeliest)];
      const known = await findMasterData(tx, codes, { sees: PUBLIC_MASTER });
      const reading = candidates.find((each) => known.has(each.reading.canonical))?.reading ?? likeliest;
      const isNamed = [reading.canonical, ...productOf(reading)].some((code) => known.has(code));
      const isHeld = (isNamed && reading.names === 'class') || (await isNoticed(tx, reading));
      return { reading, status: statusOf(reading, isHeld) };
    },
    { as: 'chain' },
  );
}

function statusOf({ wellFormed }: CodeReading, isHeld: boolean): Linked['status'] {
  if (!wellFormed) return 400;
  return isHeld ? 200 : 404;
}

/** Whether a notice names it, its lot or its product, or something that is of it. */
async function isNoticed(tx: Tx, reading: CodeReading): Promise<boolean> {
  const codes = [...new Set([reading.canonical, reading.classOf, ...productOf(reading)])];
  const named = await readNotices(
    tx,
    codes.filter((code) => code !== undefined),
    { max: ONE },
  );
  if (named.ids.length > 0) return true;
  return (await readNotices(tx, [reading.canonical], { max: ONE, within: true })).ids.length > 0;
}
