export { canonical } from './canonical.ts';
export { gs1CheckDigit, hasValidCheckDigit } from './check-digit.ts';
export { equivalents } from './equivalents.ts';
export type { Names } from './gs1-keys.ts';
export type { Reason } from './gs1-value.ts';
export {
  alternates,
  type CodeParts,
  type CodeReading,
  type CodeRefusal,
  type CodeScheme,
  classOf,
  digitalLinkPath,
  lotCode,
  readCode,
  sameUnit,
} from './read-code.ts';
