/** Names of attributes: short to whoever types them, full where they are kept. */

const CBV = 'urn:epcglobal:cbv:mda:';
const OWN = 'urn:suyuan:mda:';

/** Master data attributes of CBV 2.0 §9 that say something of a class, a party or a place. */
const CBV_NAMES: ReadonlySet<string> = new Set([
  ...['additionalTradeItemIdentification', 'additionalTradeItemIdentificationTypeCode', 'countryOfOrigin'],
  ...['descriptionShort', 'dosageFormType', 'drainedWeight', 'functionalName', 'grossWeight', 'labelDescription'],
  ...['manufacturerOfTradeItemPartyName', 'netContentDescription', 'netWeight', 'regulatedProductName'],
  ...['strengthDescription', 'tradeItemConditionCode', 'tradeItemDescription'],
  ...['speciesForFisheryStatisticsPurposesCode', 'speciesForFisheryStatisticsPurposesName'],
  ...['name', 'streetAddressOne', 'streetAddressTwo', 'streetAddressThree', 'city', 'state', 'postalCode'],
  ...['countryCode', 'latitude', 'longitude', 'site', 'sst', 'ssa', 'ssd'],
]);
const SHORT = /^[A-Za-z][A-Za-z0-9]{0,59}$/;
const FULL = /^[a-z][a-z0-9+.-]{0,20}:[^\s]{1,300}$/i;

/** Undefined for what is neither a name nor a URI. */
export function fullName(given: string): string | undefined {
  if (SHORT.test(given)) return (CBV_NAMES.has(given) ? CBV : OWN) + given;
  return FULL.test(given) ? given : undefined;
}

/** As somebody would type it; one that a short name would not lead back to stays in full. */
export function shortName(full: string): string {
  const local = [CBV, OWN].find((prefix) => full.startsWith(prefix));
  const short = local === undefined ? full : full.slice(local.length);
  return fullName(short) === full ? short : full;
}
