/** What the rows of a pack's page have in common. Pure. */
import type { Basis, Condition, StageLink, Text } from '@suyuan/api/public-page';
import { basisOf, conditionWords, type Dated, type Pack } from '@suyuan/profiles';

/** What is looked at, and on which day in China. */
export interface Now {
  readonly pack: Pack;
  readonly today: string;
}

/** What holds today or later. */
export function current<Item extends Pick<Dated, 'until'>>({ today }: Now, items: readonly Item[]): Item[] {
  return items.filter(({ until }) => until === undefined || today <= until);
}

export function basisRow(pack: Pack, dated: Dated): Basis {
  const { confidence, from, until } = dated;
  return {
    ...{ basis: basisOf(pack, dated), confidence },
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  };
}

export function conditionOf(pack: Pack, expression: string): Condition {
  const says = conditionWords(pack, expression);
  return says === undefined ? { expression } : { says };
}

export function stageLinks({ stages }: Pack, ids: readonly string[]): StageLink[] {
  return ids.map((id) => ({ id, name: stages.find((stage) => stage.id === id)?.name ?? { zh: id, en: id } }));
}

export function elementName({ elements }: Pack, id: string): Text {
  return elements[id]?.name ?? { zh: id, en: id };
}
