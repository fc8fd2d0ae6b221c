/** The names of products, parties and places, as the header of an EPCIS document carries them (EPCIS 2.0 §6.1.2, §10.2). */
import { type Code, gtinClass } from './codes.ts';
import type { Party } from './parties.ts';
import type { Product } from './products.ts';

export interface Attribute {
  readonly id: string;
  readonly attribute: string;
}

export interface Vocabulary {
  readonly type: string;
  readonly vocabularyElementList: readonly { readonly id: string; readonly attributes: readonly Attribute[] }[];
}

const CBV = 'urn:epcglobal:cbv:mda#';
const OWN = 'https://suyuan.example/ns/';

/** Chinese names under CBV's attributes, English ones beside them under the demonstration's own. */
export function vocabulariesOf(parties: readonly Party[], products: readonly Product[]): Vocabulary[] {
  const places = parties.map((party) => element(party.site, partyAttributes(party)));
  return [
    {
      type: 'urn:epcglobal:epcis:vtype:EPCClass',
      vocabularyElementList: products.map(({ item, zh, en, packedIn, says = {} }) =>
        element(gtinClass(item), [
          { id: `${CBV}descriptionShort`, attribute: zh },
          { id: `${OWN}descriptionShortEn`, attribute: en },
          ...(packedIn === undefined ? [] : [{ id: `${OWN}packagingTypeCode`, attribute: packedIn }]),
          ...Object.entries(says).map(([name, attribute]) => ({ id: `${OWN}${name}`, attribute })),
        ]),
      ),
    },
    {
      type: 'urn:epcglobal:epcis:vtype:SourceDest',
      vocabularyElementList: parties.map((party) => element(party.party, partyAttributes(party))),
    },
    { type: 'urn:epcglobal:epcis:vtype:BusinessLocation', vocabularyElementList: places },
  ];
}

/** As they would be signposted. */
const TOWNS_EN: Readonly<Record<string, string | undefined>> = {
  ...{ 北岭: 'Beiling', 青川: 'Qingchuan', 江临: 'Jianglin', 白石: 'Baishi', 东港: 'Donggang', 云溪: 'Yunxi' },
  ...{ 南坪: 'Nanping', 河湾: 'Hewan', 柳林: 'Liulin', 石桥: 'Shiqiao' },
};

function partyAttributes({ zh, en, town, country, trade, telephone }: Party): Attribute[] {
  const townEn = TOWNS_EN[town];
  return [
    { id: `${CBV}name`, attribute: zh },
    { id: `${OWN}nameEn`, attribute: en },
    { id: `${CBV}city`, attribute: town },
    ...(townEn === undefined ? [] : [{ id: `${OWN}cityEn`, attribute: townEn }]),
    { id: `${CBV}countryCode`, attribute: country },
    { id: `${OWN}trade`, attribute: trade },
    ...(telephone === undefined ? [] : [{ id: `${OWN}telephone`, attribute: telephone }]),
  ];
}

function element({ urn }: Code, attributes: readonly Attribute[]) {
  return { id: urn, attributes };
}
