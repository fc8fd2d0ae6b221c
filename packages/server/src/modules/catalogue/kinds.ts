/** Kinds of things, the vocabularies that they are kept in (CBV 2.0 §9), and what their codes may name. */
import type { EntryKind } from '@suyuan/api';
import type { Names } from '@suyuan/codes';

interface Kind {
  /** That it is written in first; documents of others may bring it in the others. */
  readonly types: readonly [string, ...string[]];
  /** What a code of a scheme may name that stands for it. */
  readonly names: readonly Names[];
  readonly title: { readonly zh: string; readonly en: string };
}

const EPCIS = 'urn:epcglobal:epcis:vtype:';

export const KINDS: Readonly<Record<EntryKind, Kind>> = {
  product: {
    types: [`${EPCIS}EPCClass`],
    names: ['class', 'pattern'],
    title: { zh: '产品', en: 'a product' },
  },
  party: {
    types: [`${EPCIS}SourceDest`, `${EPCIS}Party`],
    // A party may trade under the number of its head office.
    names: ['party', 'place'],
    title: { zh: '单位', en: 'a party' },
  },
  site: {
    types: [`${EPCIS}BusinessLocation`, `${EPCIS}ReadPoint`, `${EPCIS}Location`],
    names: ['place', 'party'],
    title: { zh: '场所', en: 'a site' },
  },
  equipment: {
    types: ['urn:suyuan:vtype:Equipment'],
    names: ['instance', 'asset', 'logistic'],
    title: { zh: '设备', en: 'a piece of equipment' },
  },
  device: {
    types: ['urn:suyuan:vtype:Device'],
    names: ['instance', 'asset'],
    title: { zh: '采集装置', en: 'a device' },
  },
};

const ALL: readonly EntryKind[] = ['product', 'party', 'site', 'equipment', 'device'];

export function isKind(value: unknown): value is EntryKind {
  return ALL.some((kind) => kind === value);
}

/** Null for a vocabulary that is of none of these. */
export function kindOf(type: string): EntryKind | null {
  return ALL.find((kind) => KINDS[kind].types.includes(type)) ?? null;
}
