/** Which element a member is that the standard leaves to others, by the last part of its name. */
import type { EventElement } from '@suyuan/api';

/** CBV 2.0 §9.2, and what labels in China bear beside it: what tells of the goods, and of nobody that deals in them. */
const PRODUCT: ReadonlySet<string> = new Set([
  ...['lotNumber', 'itemExpirationDate', 'expirationDate', 'bestBeforeDate', 'sellByDate', 'productionDate'],
  ...['countryOfOrigin', 'countryOfExport', 'harvestStartDate', 'harvestEndDate', 'slaughterDate', 'firstFreezeDate'],
  ...['drainedWeight', 'netWeight', 'grossWeight', 'growingMethodCode', 'storageStateCode', 'catchArea'],
  ...['fishingGearTypeCode', 'preservationTechniqueCode', 'proteinContent', 'productionMethodForFishAndSeafoodCode'],
]);

/** Of a member of an event's instance or lot master data. */
export function elementOfIlmd(name: string): EventElement {
  return PRODUCT.has(lastPart(name)) ? 'product' : 'productMore';
}

/** Of a member of an event that the standard does not define. */
export function elementOfExtension(name: string): EventElement {
  const last = lastPart(name);
  if (last === 'testReport') return 'test';
  return /(recall|notice)$/i.test(last) ? 'noticeWords' : 'other';
}

/** Of `https://ref.gs1.org/cbv/lotNumber`, `urn:epcglobal:cbv:mda:lotNumber`, `example:lotNumber`: `lotNumber`. */
export function lastPart(name: string): string {
  return name.slice(Math.max(name.lastIndexOf(':'), name.lastIndexOf('/'), name.lastIndexOf('#')) + 1);
}
