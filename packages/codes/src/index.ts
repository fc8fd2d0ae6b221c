export { asWritten } from './as-written.ts';
export { canonical, keysToAsk } from './canonical.ts';
export { divisionName, isDivision } from './cn/divisions.ts';
export { mayHoldPersonalNumber, withoutPersonalNumbers } from './cn/personal-number.ts';
export { refusePesticideOf } from './cn/pesticide.ts';
export { provinceNameEn } from './cn/provinces-en.ts';
export { EQUIPMENT_TYPES } from './cn/special-equipment-types.ts';
export { type DetectedCode, type Detection, detect, type Interpretation, interpret } from './detect.ts';
export { equivalents } from './equivalents.ts';
export type { Field } from './field.ts';
export {
  APPLICATION_IDENTIFIERS,
  type ApplicationIdentifier,
  refuseElement,
} from './gs1/application-identifiers.ts';
export { gs1CheckDigit, hasValidCheckDigit } from './gs1/check-digit.ts';
export { checkPair, hasValidCheckPair } from './gs1/check-pair.ts';
export { CHINESE_PREFIXES, type CompanyPrefixes, readCompanyPrefixes } from './gs1/company-prefix.ts';
export { compress, decompress } from './gs1/compressed-link.ts';
export type { Element } from './gs1/element.ts';
export {
  checkElements,
  type ElementFault,
  formatBracketed,
  formatScanned,
  splitElements,
} from './gs1/element-string.ts';
export { type ElementReading, elementsIn, type NamedElement } from './gs1/elements-in.ts';
export { KEY_SEGMENTS } from './gs1/keys.ts';
export type { Gs1Scheme } from './gs1/scheme.ts';
export { GS1_SCHEMES, gs1SchemeOf } from './gs1/schemes.ts';
export type { Names, Parsed, Reason, Text } from './parsed.ts';
export { type FoundPersonalDatum, personalDataIn } from './personal-data.ts';
export { concealed, holdsPersonalNumber } from './persons.ts';
export {
  alternates,
  type CodeReading,
  type CodeRefusal,
  classOf,
  digitalLinkPath,
  lotCode,
  productCode,
  productOf,
  readCode,
  readUnknown,
  sameUnit,
} from './read-code.ts';
export type { CodeParts, Confidence, Scheme } from './scheme.ts';
export { SCHEMES, schemeOf } from './schemes.ts';
