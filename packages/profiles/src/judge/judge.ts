/** What a pack finds of an event. Pure; the law that was in force when the event happened. */
import type { EventFacts } from '@suyuan/epcis';
import type { ElementValues } from '../expression.ts';
import type { Known } from './check.ts';
import { type KnownOf, readElements } from './element-values.ts';
import { type Judging, judgingOf, likelyStages, type PackFinding } from './judging.ts';
import type { LoadedPack } from './loaded-pack.ts';
import { ofElements } from './of-elements.ts';
import { ofLicences } from './of-licences.ts';
import { ofRules } from './of-rules.ts';
import { ofCodes, ofWho } from './of-stage.ts';

export interface Judged {
  readonly stage: string;
  readonly values: ElementValues;
  readonly findings: readonly PackFinding[];
}

/** Undefined where the event is none that the pack speaks of. */
export function judge(loaded: LoadedPack, facts: EventFacts, known: Known = {}): Judged | undefined {
  const event = judgingOf(loaded, facts, known);
  if (event === undefined) return undefined;
  const { stage, values } = event;
  return { stage: stage.id, values, findings: findingsOf(event) };
}

/** What an event says of the elements of a pack, whatever its stage: the columns of a ledger. */
export function valuesOf({ elements }: LoadedPack, facts: EventFacts, known: KnownOf): ElementValues {
  return readElements(facts, known, elements).values;
}

/** A declaration in error repeats what it takes back: nothing is asked of that but by the rules of declarations. */
function findingsOf(event: Judging): PackFinding[] {
  if (event.facts.errorDeclaration !== undefined) return ofRules(event);
  return [...ofWho(event), ...ofCodes(event), ...ofElements(event), ...ofLicences(event), ...ofRules(event)];
}

/** What forbids recording the event at all; what cannot be told forbids nothing. */
export function refusalsOf(loaded: LoadedPack, facts: EventFacts, known: Known = {}): PackFinding[] {
  const event = judgingOf(loaded, facts, known);
  if (event === undefined) return [];
  return ofRules(event, ({ rule }) => rule.effect === 'refuse').filter(({ effect }) => effect === 'refuse');
}

/** What judging an event may take. */
export interface Asks {
  /** It may be of a stage of the pack. */
  readonly isLikely: boolean;
  /** A rule that forbids recording may be of its stage. */
  readonly refusal: boolean;
  /** A rule, or one that forbids recording, may look at what was recorded of its units before. */
  readonly history: boolean;
  readonly historyForRefusal: boolean;
  /** It may change an account of quantities. */
  readonly quantities: boolean;
  /** It may start, end or change a clock. */
  readonly time: boolean;
}

/** By the type and step of the event alone, before anything is read of it; of most events nothing. */
export function asksOf(loaded: LoadedPack, facts: EventFacts): Asks {
  const likely = likelyStages(loaded, facts);
  const rules = likely.flatMap(({ stage }) => loaded.rules.get(stage.id) ?? []);
  const refusing = rules.filter(({ rule }) => rule.effect === 'refuse');
  return {
    isLikely: likely.length > 0,
    refusal: refusing.length > 0,
    history: rules.some(({ rule }) => rule.check !== undefined),
    historyForRefusal: refusing.some(({ rule }) => rule.check !== undefined),
    quantities: likely.some(({ stage }) => loaded.entries.has(stage.id)),
    time: likely.some(({ stage }) => loaded.timed.has(stage.id)),
  };
}
