/** Stages of a pack in the order in which they happen, each with what it asks for. Pure. */
import type { NeedGroup, PackStageRow } from '@suyuan/api/public-page';
import type { Pack } from '@suyuan/profiles';
import { basisRow, conditionOf, current, type Now, stageLinks } from './pack-rows.ts';

type Stage = Pack['stages'][number];
type Requirement = Pack['requirements'][number];

export function stageRows(now: Now): PackStageRow[] {
  const { pack } = now;
  const needs = Map.groupBy(current(now, pack.requirements), ({ stage }) => stage);
  return inOrder(current(now, pack.stages)).map((stage) => ({
    ...{ id: stage.id, name: stage.name, ...basisRow(pack, stage) },
    follows: stageLinks(pack, stage.follows ?? []),
    needs: needGroups(pack, needs.get(stage.id) ?? []),
  }));
}

/** A pack has them in the order in which events are matched; a reader wants what comes before first. */
function inOrder(stages: readonly Stage[]): Stage[] {
  const told: Stage[] = [];
  let rest = [...stages];
  while (rest.length > 0) {
    const waiting = new Set(rest.map(({ id }) => id));
    // Where all wait for another, which a checked pack has not, the first goes ahead.
    const next =
      rest.find(({ id, follows = [] }) => !follows.some((each) => each !== id && waiting.has(each))) ?? rest[0];
    told.push(...rest.filter((stage) => stage === next));
    rest = rest.filter((stage) => stage !== next);
  }
  return told;
}

const NEEDS = ['required', 'conditional', 'optional'] as const;

/** What is asked in the same way by the same law is told at once. */
function needGroups(pack: Pack, requirements: readonly Requirement[]): NeedGroup[] {
  const alike = Map.groupBy(requirements, ({ need, when, source, clause, confidence, from, until }) =>
    JSON.stringify([need, when, source, clause, confidence, from, until]),
  );
  return [...alike.values()]
    .map((group) => needGroup(pack, group))
    .flatMap((group) => group ?? [])
    .sort((a, b) => NEEDS.indexOf(a.need) - NEEDS.indexOf(b.need));
}

function needGroup(pack: Pack, group: readonly Requirement[]): NeedGroup | undefined {
  const [first] = group;
  if (first === undefined) return undefined;
  return {
    ...{ need: first.need, ...basisRow(pack, first) },
    ...(first.when === undefined ? {} : { when: conditionOf(pack, first.when) }),
    elements: group.map(({ element }) => {
      const { name = { zh: element, en: element }, isPersonal = false } = pack.elements[element] ?? {};
      return { name, isPersonal };
    }),
  };
}
