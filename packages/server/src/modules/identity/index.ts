export { actingFor, authenticate, mustBe } from './authenticate.ts';
export { createKey, withKey } from './create-key.ts';
export { readExpiry } from './expiry.ts';
export { listKeys, revokeKey, rotateKey } from './manage-keys.ts';
export {
  CodeTaken,
  describeOrganisation,
  listOrganisations,
  OWN_ORGANISATION,
  spellCodes,
} from './organisations.ts';
export type { ApiKey, KeyRole } from './store.ts';
export type { Organisation } from './store-organisations.ts';
