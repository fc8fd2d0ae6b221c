/** A pack made ready to judge events: conditions compiled, what is asked of a stage together. */
import { bizStepUri, dispositionUri, readContext } from '@suyuan/epcis';
import { type Condition, expressionsOf } from '../expression.ts';
import type { Pack, PackClock, PackRule, PackStage } from '../pack/pack.ts';
import type { Checks } from './check.ts';
import { type PlacedElement, placedElements } from './element-values.ts';

export interface LoadedPack {
  readonly pack: Pack;
  /** Rules that data cannot say, by their ids. */
  readonly checks: Checks;
  readonly elements: readonly PlacedElement[];
  readonly stages: readonly LoadedStage[];
  /** By the id of the stage. */
  readonly requirements: ReadonlyMap<string, readonly LoadedRequirement[]>;
  readonly rules: ReadonlyMap<string, readonly LoadedRule[]>;
  readonly clocks: readonly LoadedClock[];
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

export interface LoadedClock {
  readonly clock: PackClock;
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
  const rules = new Map<string, LoadedRule[]>();
  for (const rule of pack.rules) {
    const loaded = { rule, when: condition(rule.when) };
    for (const stage of rule.stages) rules.set(stage, [...(rules.get(stage) ?? []), loaded]);
  }
  const clocks = pack.clocks.map((clock) => ({ clock, when: condition(clock.when) }));
  return { pack, checks, elements: placedElements(pack), stages, requirements, rules, clocks };
}

const STANDARD = readContext(undefined);
