/** The data elements of master data, of products, parties and places (CBV 2.0 §9), and to whom each is open by default. */
import type { Text } from '@suyuan/epcis';
import { EVENT_ELEMENTS, type EventElement } from './elements.ts';
import type { Level } from './levels.ts';

export interface MasterElementRule {
  readonly name: Text;
  /** Last parts of the names of attributes that it is; a `…Zh` or `…En` beside one is of it too. */
  readonly attributes: readonly string[];
  readonly level: Level;
}

/**
 * What stands on a label is public: what the goods are, who made them, in which city, how to reach them (GB 7718-2011 §4.1.6). Where exactly
 * a place is tells who stores goods where, and is for the chain; how it is divided is for partners.
 */
export const MASTER_ELEMENTS = {
  masterName: {
    name: { zh: '名称', en: 'Name' },
    attributes: [
      ...['descriptionShort', 'name', 'regulatedProductName', 'tradeItemDescription', 'description'],
      ...['manufacturerOfTradeItemPartyName', 'brandName', 'functionalName'],
    ],
    level: 'public',
  },
  masterProduct: {
    name: { zh: '产品资料', en: 'Product data' },
    attributes: [
      ...['dosageFormType', 'strengthDescription', 'netContentDescription', 'labelDescription', 'netContent'],
      ...['speciesForFisheryStatisticsPurposesName', 'speciesForFisheryStatisticsPurposesCode'],
      ...['tradeItemConditionCode', 'additionalTradeItemIdentification', 'gpcCategoryCode', 'grossWeight', 'netWeight'],
      ...['countryOfOrigin', 'drainedWeight', 'additionalTradeItemIdentificationTypeCode'],
      'packagingTypeCode',
    ],
    level: 'public',
  },
  masterLicences: {
    name: { zh: '许可与注册', en: 'Licences and registrations' },
    attributes: [
      ...['registrationNumber', 'formulaRegistration', 'approvalNumber'],
      ...['productionLicence', 'licenceNumber', 'licenseNumber'],
    ],
    level: 'public',
  },
  masterRegion: {
    name: { zh: '所在城市', en: 'City and region' },
    attributes: ['city', 'state', 'countryCode', 'region', 'countyCode'],
    level: 'public',
  },
  masterContact: {
    name: { zh: '联系方式', en: 'How to reach it' },
    attributes: ['telephone', 'email', 'website', 'informationProvider'],
    level: 'public',
  },
  masterAddress: {
    name: { zh: '详细地址', en: 'Address' },
    attributes: [
      ...['streetAddressOne', 'streetAddressTwo', 'streetAddressThree', 'postalCode', 'postOfficeBoxNumber'],
      ...['crossStreet', 'latitude', 'longitude', 'address'],
    ],
    level: 'chain',
  },
  masterParts: {
    name: { zh: '场所构成', en: 'What a place is made of' },
    attributes: ['site', 'subSiteType', 'subSiteDetail', 'subSiteAttributes', 'sst', 'ssa', 'ssd', '(children)'],
    level: 'partner',
  },
  masterOther: {
    name: { zh: '其他资料', en: 'Everything else' },
    attributes: ['(other attributes)'],
    level: 'owner',
  },
} as const satisfies Readonly<Record<string, MasterElementRule>>;

export type MasterElement = keyof typeof MASTER_ELEMENTS;
export const MASTER_ELEMENT_NAMES: readonly MasterElement[] = Object.keys(MASTER_ELEMENTS).filter(isMasterElement);

/** All that levels are of. */
export const DATA_ELEMENTS = { ...EVENT_ELEMENTS, ...MASTER_ELEMENTS };
export type DataElement = EventElement | MasterElement;
export const DATA_ELEMENT_NAMES: readonly DataElement[] = Object.keys(DATA_ELEMENTS).filter(isDataElement);

export function isDataElement(name: string): name is DataElement {
  return Object.hasOwn(DATA_ELEMENTS, name);
}

function isMasterElement(name: string): name is MasterElement {
  return Object.hasOwn(MASTER_ELEMENTS, name);
}
