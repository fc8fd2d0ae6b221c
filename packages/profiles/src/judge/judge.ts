/** What a pack finds of an event. Pure; the law that was in force when the event happened. */
import type { EventFacts } from '@suyuan/epcis';
import type { ElementValues } from '../expression.ts';
import type { Known } from './check.ts';
import { type Judging, judgingOf, type PackFinding } from './judging.ts';
import type { LoadedPack } from './loaded-pack.ts';
import { ofElements } from './of-elements.ts';
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

/** A declaration in error repeats what it takes back: nothing is asked of that but by the rules of declarations. */
function findingsOf(event: Judging): PackFinding[] {
  if (event.facts.errorDeclaration !== undefined) return ofRules(event);
  return [...ofWho(event), ...ofCodes(event), ...ofElements(event), ...ofRules(event)];
}

/** What forbids recording the event at all; what cannot be told forbids nothing. */
export function refusalsOf(loaded: LoadedPack, facts: EventFacts, known: Known = {}): PackFinding[] {
  const event = judgingOf(loaded, facts, known);
  if (event === undefined) return [];
  return ofRules(event, ({ rule }) => rule.effect === 'refuse').filter(({ effect }) => effect === 'refuse');
}

/** Whether a rule of its stage looks at what was recorded of its units before. */
export function needsHistory(
  loaded: LoadedPack,
  facts: EventFacts,
  { known = {}, among = 'all' }: { readonly known?: Known; readonly among?: 'all' | 'refusing' } = {},
): boolean {
  const event = judgingOf(loaded, facts, known);
  return (loaded.rules.get(event?.stage.id ?? '') ?? []).some(
    ({ rule }) => rule.check !== undefined && (among === 'all' || rule.effect === 'refuse'),
  );
}
