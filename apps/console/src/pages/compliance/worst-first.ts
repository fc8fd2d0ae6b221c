/** In which order findings are read: what is forbidden before what is not in order, and that before what cannot be told. Pure. */
import type { Compliance, FindingEffect } from '@suyuan/api';

export const EFFECTS = ['refuse', 'flag', 'unknown'] as const satisfies readonly FindingEffect[];
export type PackJudged = Compliance['packs'][number];
export type RuleFound = PackJudged['rules'][number];

/** Of the same effect, what is found most. */
export function worstFirst(rules: readonly RuleFound[]): readonly RuleFound[] {
  const rank = ({ effect }: RuleFound): number => EFFECTS.indexOf(effect);
  return rules.toSorted((a, b) => rank(a) - rank(b) || b.findings - a.findings);
}

export function countsByEffect(
  rules: readonly RuleFound[],
): readonly { readonly effect: FindingEffect; readonly count: number }[] {
  return EFFECTS.map((effect) => ({
    effect,
    count: rules.filter((each) => each.effect === effect).reduce((all, { findings }) => all + findings, 0),
  })).filter(({ count }) => count > 0);
}
