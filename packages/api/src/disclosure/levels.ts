/** Who may see a data element: circles around the record, each wider than the one before (国办发〔2015〕95号 二). */
import type { Text } from '@suyuan/epcis';

export const LEVELS = ['owner', 'partner', 'chain', 'regulator', 'public'] as const;
export type Level = (typeof LEVELS)[number];

export function isLevel(name: string): name is Level {
  return LEVELS.some((level) => level === name);
}

/** What each circle takes in beyond the narrower ones. */
export const LEVEL_TEXTS: Readonly<Record<Level, { readonly name: Text; readonly who: Text }>> = {
  owner: {
    name: { zh: '本单位', en: 'Owner' },
    who: { zh: '只有登记的单位自己', en: 'whoever recorded it, alone' },
  },
  partner: {
    name: { zh: '上下游伙伴', en: 'Partners' },
    who: {
      zh: '直接的上下游（一步以内）、约定的伙伴，以及管辖登记单位的监管部门',
      en: 'the one before and the one after, agreed partners, and regulators in whose jurisdiction the recorder is',
    },
  },
  chain: {
    name: { zh: '同一链条', en: 'Chain' },
    who: {
      zh: '同一链条上的其他单位，以及管辖这些单位的监管部门',
      en: 'everybody else who takes part in the same chain, and the regulators of these',
    },
  },
  regulator: {
    name: { zh: '监管部门', en: 'Regulators' },
    who: { zh: '本平台上所有有管辖范围的监管部门', en: 'every regulator of the installation that has a jurisdiction' },
  },
  public: { name: { zh: '公众', en: 'Public' }, who: { zh: '任何人', en: 'anybody' } },
};

/** How near a viewer stands to a record: 4 recorded it, 0 is anybody. What is of a level is seen from its rank on. */
export const RANK_OF: Readonly<Record<Level, number>> = { owner: 4, partner: 3, chain: 2, regulator: 1, public: 0 };
