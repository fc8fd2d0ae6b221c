/** How an organisation stands to the packs that apply to it. */
import type { Compliance } from '@suyuan/api';
import type { Pack } from '@suyuan/profiles';
import type { Ctx } from '../../platform/ctx.ts';
import type { PackInUse } from '../standards/index.ts';
import { clockName, SOON_MS } from './due.ts';
import { findLedger } from './ledger.ts';
import { type ClockCount, countClocks } from './store-clocks.ts';
import { countFindings, type RuleCount } from './store-findings.ts';
import { countJudged, type StageCount } from './store-ledger.ts';
import { countWaiting } from './waiting.ts';

export async function overviewOf(
  ctx: Ctx,
  { program, packs }: { readonly program: Ctx; packs(): Promise<readonly PackInUse[]> },
): Promise<Compliance> {
  const now = ctx.clock.now();
  const soon = new Date(now.getTime() + SOON_MS);
  const counts = await ctx.read(async (tx) => ({
    rules: await countFindings(tx),
    stages: await countJudged(tx),
    clocks: await countClocks(tx, { now, soon }),
  }));
  const { stages } = counts;
  const judging = new Set(stages.map(({ pack }) => pack));
  const applying = (await packs()).filter(({ pack }) => judging.has(pack.id));
  return {
    packs: applying.map((inUse) => packBody(inUse, counts)),
    waiting: await program.read(countWaiting),
  };
}

function packBody(
  inUse: PackInUse,
  given: {
    readonly rules: readonly RuleCount[];
    readonly stages: readonly StageCount[];
    readonly clocks: readonly ClockCount[];
  },
): Compliance['packs'][number] {
  const { pack } = inUse;
  const stages = given.stages.filter((each) => each.pack === pack.id);
  const sum = (counts: readonly number[]): number => counts.reduce((all, each) => all + each, 0);
  return {
    ...{ id: pack.id, version: pack.version, name: pack.name },
    records: sum(stages.map(({ records }) => records)),
    late: sum(stages.map(({ late }) => late)),
    rules: given.rules
      .filter((each) => each.pack === pack.id)
      .map(({ rule, effect, count }) => ({ rule, effect, name: ruleName(pack, rule), findings: count })),
    clocks: given.clocks
      .filter((each) => each.pack === pack.id)
      .map(({ clock, state, count, soon }) => ({ clock, state, count, soon, name: clockName(pack, clock) })),
    ledgers: [...new Set(pack.ledgers.map(({ id }) => id))].flatMap((id) => {
      const found = findLedger(inUse, id);
      if (found === undefined) return [];
      const records = sum(stages.filter(({ stage }) => found.stages.includes(stage)).map((each) => each.records));
      return [{ id, name: found.ledger.name, records }];
    }),
  };
}

const COMMON: Readonly<Record<string, Pack['name']>> = {
  'element.missing': { zh: '缺少应登记的内容', en: 'Something that has to be recorded is missing' },
  'element.value': { zh: '登记的内容不合要求', en: 'A value is not as it should be' },
  'licence.missing': { zh: '没有登记许可证', en: 'A licence is not entered' },
  'licence.not-valid': { zh: '许可证不在有效期内', en: 'A licence does not hold on the day' },
  'stage.who': { zh: '不应由这类单位登记', en: 'Recorded by another kind of organisation' },
  'stage.code': { zh: '编码层级不对', en: 'Recorded of another kind of code' },
};

function ruleName({ rules }: Pack, rule: string): Pack['name'] {
  return COMMON[rule] ?? rules.find(({ id }) => id === rule)?.name ?? { zh: rule, en: rule };
}
