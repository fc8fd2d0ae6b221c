/** One event while a pack judges it: its stage, what it says, and how a finding of it is made. */
import type { EventFacts } from '@suyuan/epcis';
import { type Duration, dueOf } from '../clock/due.ts';
import type { ElementValues } from '../expression.ts';
import { chinaDay, isInForce } from '../pack/in-force.ts';
import type { Pack, PackStage } from '../pack/pack.ts';
import type { Dated, Words } from '../pack/parts.ts';
import type { Known } from './check.ts';
import { readElements } from './element-values.ts';
import type { LoadedPack, LoadedStage } from './loaded-pack.ts';

/** Something that the law asks and the event does not meet, or that cannot be told. */
export interface PackFinding {
  readonly pack: string;
  readonly version: string;
  readonly stage: string;
  /** `element.missing`, `element.value`, `stage.who`, `stage.code`, `licence.missing`, `licence.not-valid`, or the id of a rule of the pack. */
  readonly rule: string;
  /** Of an element. */
  readonly element?: string;
  /** Of one unit: its canonical code. */
  readonly unit?: string;
  /** `refuse`: such an event is not recorded. `unknown`: whether the rule is met cannot be told. */
  readonly effect: 'refuse' | 'flag' | 'unknown';
  readonly message: Words;
  readonly wayOut: Words;
  /** The law: its title, number and clause. */
  readonly basis: Words;
  readonly confidence: Dated['confidence'];
  /** The first moment (UTC) at which it is too late to put it right; none where the law gives no time. */
  readonly dueAt?: string;
  /** The last day in China; none where the time is of hours. */
  readonly lastDay?: string;
}

export interface Judging {
  readonly loaded: LoadedPack;
  readonly day: string;
  readonly stage: PackStage;
  readonly facts: EventFacts;
  readonly values: ElementValues;
  readonly misread: ReadonlySet<string>;
  readonly known: Known;
}

/** Undefined where the event is none that the pack speaks of. */
export function judgingOf(loaded: LoadedPack, facts: EventFacts, known: Known): Judging | undefined {
  // Most events are of other packs: what they say is read of those alone whose type and step a stage has.
  const likely = likelyStages(loaded, facts);
  if (likely.length === 0) return undefined;
  const day = chinaDay(facts.eventTimeMs);
  const { values, misread } = readElements(facts, known, loaded.elements);
  // An event is of the first that it fits.
  const stage = likely.find(
    ({ stage: each, when }) => (when === undefined || when.ask(facts, values) === 'true') && isInForce(each, day),
  )?.stage;
  if (stage === undefined) return undefined;
  return { loaded, day, stage, facts, values: { ...values, stage: stage.id }, misread, known };
}

const alone = new WeakMap<LoadedPack, WeakMap<EventFacts, Judging | 'none'>>();

/** By what the event says alone: of the past of a unit, which is looked at by each event after it. */
export function judgingAlone(loaded: LoadedPack, facts: EventFacts): Judging | undefined {
  const known = alone.get(loaded) ?? new WeakMap<EventFacts, Judging | 'none'>();
  alone.set(loaded, known);
  const before = known.get(facts);
  if (before !== undefined) return before === 'none' ? undefined : before;
  const judging = judgingOf(loaded, facts, {});
  known.set(facts, judging ?? 'none');
  return judging;
}

/** The stages whose type, step, disposition and action it has. */
export function likelyStages({ stages }: LoadedPack, facts: EventFacts): readonly LoadedStage[] {
  return stages.filter((stage) => mayFit(stage, facts));
}

function mayFit({ stage: { event }, bizSteps, dispositions }: LoadedStage, facts: EventFacts): boolean {
  return (
    event.types.some((type) => type === facts.type) &&
    facts.bizStep !== undefined &&
    bizSteps.has(facts.bizStep) &&
    (dispositions === undefined || (facts.disposition !== undefined && dispositions.has(facts.disposition))) &&
    (event.actions === undefined || event.actions.some((action) => action === facts.action))
  );
}

export type Part = Pick<PackFinding, 'rule' | 'effect' | 'message' | 'wayOut'> & {
  readonly element?: string;
  readonly unit?: string;
};

/** @param item of the pack, by which it is found */
export function found(
  { loaded: { pack }, stage, facts }: Judging,
  item: Dated & { readonly within?: Duration },
  part: Part,
): PackFinding {
  return {
    pack: pack.id,
    version: pack.version,
    stage: stage.id,
    ...part,
    basis: basisOf(pack, item),
    confidence: item.confidence,
    ...(item.within === undefined ? {} : untilWhen(facts.eventTimeMs, item.within)),
  };
}

function untilWhen(eventTimeMs: number, within: Duration): Pick<PackFinding, 'dueAt' | 'lastDay'> {
  const { atMs, lastDay } = dueOf(eventTimeMs, within);
  return { dueAt: new Date(atMs).toISOString(), ...(lastDay === undefined ? {} : { lastDay }) };
}

/** The law behind an item of a pack: its title, number and clause. */
export function basisOf({ sources }: Pick<Pack, 'sources'>, { source, clause }: Dated): Words {
  const { title, number } = sources[source] ?? { title: { zh: source, en: source } };
  const rest = [number, clause].filter((text) => text !== undefined).join(' ');
  return { zh: `${title.zh} ${rest}`.trim(), en: `${title.en} ${rest}`.trim() };
}
