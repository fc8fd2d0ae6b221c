/** How much an organisation has to do by the packs that apply to it. */
import type { Pack } from '@suyuan/profiles';
import type { Ctx } from '../../platform/ctx.ts';
import type { PackInUse } from '../standards/index.ts';
import { filingKinds } from './filings.ts';
import { countClocks } from './store-clocks.ts';
import { countFiling } from './store-filings.ts';
import { countFindings } from './store-findings.ts';

/** A week: whoever looks once a week misses nothing. */
export const SOON_MS = 7 * 24 * 3_600_000;

export interface DueClock {
  readonly pack: string;
  readonly clock: string;
  readonly name: Pack['name'];
  readonly late: number;
  /** Within a week. */
  readonly soon: number;
  /** The last day of the first of them; undefined where it is of hours. */
  readonly day: string | undefined;
}

export interface DueFiling {
  readonly pack: string;
  readonly filing: string;
  readonly name: Pack['name'];
  /** Records that were not handed in. */
  readonly toFile: number;
  /** Files that were, and no receipt is noted. */
  readonly toReceive: number;
}

export interface DueFindings {
  readonly pack: string;
  readonly name: Pack['name'];
  /** Those that something is wrong by, not those that cannot be told. */
  readonly count: number;
}

export async function dueOf(
  ctx: Ctx,
  packs: readonly PackInUse[],
): Promise<{
  readonly clocks: readonly DueClock[];
  readonly filings: readonly DueFiling[];
  readonly findings: readonly DueFindings[];
}> {
  const now = ctx.clock.now();
  const soon = new Date(now.getTime() + SOON_MS);
  return ctx.read(async (tx) => {
    const counted = await countClocks(tx, { now, soon });
    const rules = await countFindings(tx);
    const filings: DueFiling[] = [];
    for (const { of, item } of filingKinds(packs)) {
      const { waiting, open } = await countFiling(tx, of);
      filings.push({ pack: of.pack, filing: of.filing, name: item.name, toFile: waiting, toReceive: open });
    }
    return {
      clocks: packs.flatMap(({ pack }) => clocksOf(pack, counted)),
      filings,
      findings: packs.flatMap(({ pack: { id, name } }) => {
        const own = rules.filter(({ pack, effect }) => pack === id && effect !== 'unknown');
        return { pack: id, name, count: own.reduce((sum, { count }) => sum + count, 0) };
      }),
    };
  });
}

function clocksOf(pack: Pack, counted: Awaited<ReturnType<typeof countClocks>>): DueClock[] {
  const own = Map.groupBy(
    counted.filter((each) => each.pack === pack.id),
    ({ clock }) => clock,
  );
  return [...own].map(([clock, states]) => {
    const late = states.find(({ state }) => state === 'overdue');
    const open = states.find(({ state }) => state === 'open');
    return {
      ...{ pack: pack.id, clock, name: clockName(pack, clock) },
      ...{ late: late?.count ?? 0, soon: open?.soon ?? 0, day: (late ?? open)?.firstDay ?? undefined },
    };
  });
}

export function clockName({ clocks }: Pack, clock: string): Pack['name'] {
  return clocks.find(({ id }) => id === clock)?.name ?? { zh: clock, en: clock };
}
