export { occurrenceFaults } from './audit/check-occurrences.ts';
export { exportOccurrences } from './audit/export-occurrences.ts';
export { lastOccurrence } from './audit/last-occurrence.ts';
export { noteHere } from './audit/note-here.ts';
export { type DoneBy, doneBy, noteLater, noteTo } from './audit/note-to.ts';
export { type Occurrence, occurrenceLeaf } from './audit/occurrence.ts';
export { type KeptOccurrence, selectOccurrencesOf, selectUnloggedOccurrences } from './audit/store-check.ts';
export { authenticate, bySession, callerOf } from './authenticate.ts';
export { KeyError, type KeyFiles, keyFiles } from './credentials/key-files.ts';
export { type Keyring, openKeyring } from './credentials/keyring.ts';
export { rotateSecrets } from './credentials/rotate-secrets.ts';
export { openSigningKey, type PublicJwk, type SigningKey, verifySignature } from './credentials/signing-key.ts';
export { keepPublicKey, selectPublicKeys } from './credentials/store-signing-keys.ts';
export { hashToken, newToken } from './credentials/token.ts';
export { verifyCommand } from './devices/verify-command.ts';
export { keepTidy } from './housekeeping.ts';
export { createKey, withKey } from './keys/create-key.ts';
export { readExpiry } from './keys/expiry.ts';
export { createKeyHere, revokeKeyHere, rotateKeyHere } from './keys/keys-here.ts';
export { listKeys, revokeKey, rotateKey } from './keys/manage-keys.ts';
export type { ApiKey, KeyRole } from './keys/store-keys.ts';
export { beginFirstStart } from './links/first-start.ts';
export { linkAddress } from './links/make-link.ts';
export { actingFor, mustBe, mustHaveProven, personOf } from './may.ts';
export { createOidcClient, type OidcClient } from './oidc/oidc-client.ts';

export {
  CodeTaken,
  describeOrganisation,
  listOrganisations,
  OWN_ORGANISATION,
  spellCodes,
} from './organisations/organisations.ts';
export { findOrganisations, type Organisation } from './organisations/store-organisations.ts';
export { ownName, selectOwnCode } from './organisations/store-own.ts';
export { resetHere } from './people/reset-here.ts';
export { disableHere, endSessionsHere } from './people/shut-out-here.ts';
export { type ListedPerson, namesOf, selectPeople as listPeople } from './people/store-people.ts';
export { endingLicences } from './places/store-licences.ts';
export { selectOwnCodes } from './places/store-sites.ts';
export { identityRoutes } from './routes.ts';
export { countTry } from './sessions/attempts.ts';
export { readCookies } from './sessions/cookie.ts';
export { witness } from './sessions/witness.ts';
export { countSpaceInvitations } from './spaces/store-spaces.ts';
export { agreedPartners, countInvitations } from './ties/store-partners.ts';
export { findKnown, findSupervised } from './ties/store-ties.ts';
