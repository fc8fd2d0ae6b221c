export { type Config, ConfigError, readConfig } from './config.ts';
export { keyringOf, localServerUrl, type RunningServer, serve } from './main.ts';
export { BackupRefused, backupToFile, restore } from './modules/backup/index.ts';
export { judgeAnew } from './modules/compliance/index.ts';
export type { DemonstrationHost } from './modules/demonstration/index.ts';
export { eachReceived, type Fault, reindex, verify } from './modules/events/index.ts';
export {
  type ApiKey,
  CodeTaken,
  createKey,
  createKeyHere,
  describeOrganisation,
  disableHere,
  endSessionsHere,
  exportOccurrences,
  KeyError,
  type KeyRole,
  type ListedPerson,
  linkAddress,
  listKeys,
  listOrganisations,
  listPeople,
  type Organisation,
  OWN_ORGANISATION,
  openSigningKey,
  readExpiry,
  resetHere,
  revokeKeyHere,
  rotateKeyHere,
  rotateSecrets,
  withKey,
} from './modules/identity/index.ts';
export { resealImports } from './modules/imports/index.ts';
export { listReaders, logHead, retryParked, skipParked, UnknownReader } from './modules/integrity/index.ts';
export { resealPersonal } from './modules/personal/index.ts';
export { renewAuthority } from './modules/reach/index.ts';
export { resealSheets } from './modules/recording/index.ts';
export { addPackHere, withdrawPackHere } from './modules/standards/index.ts';
export { systemClock } from './platform/clock/index.ts';
export { type Ctx, systemCtx } from './platform/ctx.ts';
export {
  DataDirectoryInUse,
  joinDatabase,
  MigrationError,
  migrate,
  type OpenDatabase,
  openDatabase,
  pendingMigrations,
  roleStatements,
  UnfitDatabase,
} from './platform/db/index.ts';
export { createLog } from './platform/log/index.ts';
export { runThread } from './run-thread.ts';
