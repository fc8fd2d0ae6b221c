/** A pack made ready to judge events: conditions compiled, what is asked of a stage together. */
import { bizStepUri, dispositionUri, readContext } from '@suyuan/epcis';
import { type Condition, expressionsOf } from '../expression.ts';
import type { Pack, PackBalance, PackClock, PackLicence, PackRule, PackStage } from '../pack/pack.ts';
import type { Checks } from './check.ts';
import { type PlacedElements, placedElements } from './element-values.ts';

export interface LoadedPack {
  readonly pack: Pack;
  /** Rules that data cannot say, by their ids. */
  readonly checks: Checks;
  readonly elements: PlacedElements;
  readonly stages: readonly LoadedStage[];
  /** By the id of the stage. */
  readonly requirements: ReadonlyMap<string, readonly LoadedRequirement[]>;
  readonly rules: ReadonlyMap<string, readonly LoadedRule[]>;
  readonly licences: ReadonlyMap<string, readonly LoadedLicence[]>;
  /** By the id of the stage. */
  readonly entries: ReadonlyMap<string, readonly LoadedEntry[]>;
  readonly clocks: readonly LoadedClock[];
  /** Ids of the stages that a clock looks at. */
  readonly timed: ReadonlySet<string>;
  /** What a page may show, with what has to be so. */
  readonly marks: readonly LoadedMark[];
}

export interface LoadedStage {
  readonly stage: PackStage;
  /** Full URIs. */
  readonly bizSteps: ReadonlySet<string>;
  readonly dispositions: ReadonlySet<string> | undefined;
  readonly when: Condition | undefined;
}

export interface LoadedRequirement {
  readonly requirement: Pack['requirements'][number];
  readonly when: Condition | undefined;
}

export interface LoadedMark {
  readonly mark: Pack['publicPage']['marks'][number];
  readonly when: Condition | undefined;
}

export interface LoadedEntry {
  readonly balance: PackBalance;
  readonly entry: PackBalance['entries'][number];
  readonly when: Condition | undefined;
}

export interface LoadedClock {
  readonly clock: PackClock;
  readonly when: Condition | undefined;
}

export interface LoadedLicence {
  readonly licence: PackLicence;
  /** What its number looks like; any where not given. */
  readonly number: RegExp | undefined;
  readonly when: Condition | undefined;
}

export interface LoadedRule {
  readonly rule: PackRule;
  readonly when: Condition | undefined;
}

/** @param pack as `readPack` gave it for these checks */
export function loadPack(pack: Pack, checks: Checks): LoadedPack {
  const compile = expressionsOf(pack);
  const condition = (text: string | undefined): Condition | undefined => {
    if (text === undefined) return undefined;
    const compiled = compile(text);
    if (!compiled.ok) throw new Error(`${pack.id}: ${text}: ${compiled.fault}`);
    return compiled.condition;
  };
  const stages = pack.stages.map((stage) => ({
    stage,
    bizSteps: new Set(stage.event.bizSteps.map((step) => bizStepUri(step, STANDARD))),
    dispositions:
      stage.event.dispositions && new Set(stage.event.dispositions.map((each) => dispositionUri(each, STANDARD))),
    when: condition(stage.event.when),
  }));
  const requirements = Map.groupBy(
    pack.requirements.map((requirement) => ({ requirement, when: condition(requirement.when) })),
    ({ requirement }) => requirement.stage,
  );
  const rules = byStage(
    pack.rules.map((rule) => ({ rule, when: condition(rule.when) })),
    ({ rule }) => rule.stages,
  );
  const licences = byStage(
    pack.licences.map((licence) => ({
      licence,
      number: licence.pattern === undefined ? undefined : new RegExp(licence.pattern, 'u'),
      when: condition(licence.when),
    })),
    ({ licence }) => licence.stages,
  );
  const entries = Map.groupBy(
    (pack.balances ?? []).flatMap((balance) =>
      balance.entries.map((entry) => ({ balance, entry, when: condition(entry.when) })),
    ),
    ({ entry }) => entry.stage,
  );
  const clocks = pack.clocks.map((clock) => ({ clock, when: condition(clock.when) }));
  const marks = pack.publicPage.marks.map((mark) => ({ mark, when: condition(mark.when) }));
  return {
    pack,
    checks,
    elements: placedElements(pack),
    stages,
    requirements,
    rules,
    licences,
    entries,
    clocks,
    timed: new Set(pack.clocks.flatMap(stagesOfClock)),
    marks,
  };
}

/** Those that start, end, stop, pause or extend it. */
export function stagesOfClock({ starts, ends, stops = [], pauses = [], extension }: PackClock): string[] {
  const paused = pauses.flatMap(({ from, until }) => [from, until]);
  return [...starts, ...ends, ...stops, ...paused, ...(extension === undefined ? [] : [extension.on])];
}

/** Each under every stage that it is of. */
function byStage<Item>(
  items: readonly Item[],
  stagesOf: (item: Item) => readonly string[],
): ReadonlyMap<string, readonly Item[]> {
  const map = new Map<string, Item[]>();
  for (const item of items) {
    for (const stage of stagesOf(item)) map.set(stage, [...(map.get(stage) ?? []), item]);
  }
  return map;
}

const STANDARD = readContext(undefined);
