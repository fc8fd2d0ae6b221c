export { type Access, createAccess, type ReadOptions } from './access.ts';
export {
  DataDirectoryInUse,
  type EmbeddedPostgres,
  removeAbandoned,
  runningEmbedded,
  startEmbeddedPostgres,
} from './embedded/index.ts';
export { type DataMigration, MigrationError, migrate, pendingMigrations } from './migrate.ts';
export { joinDatabase, joinRows, type OpenDatabase, openDatabase } from './open-database.ts';
export { createDb, createPool, type Db, isAnsweredByDatabase, isUnavailable, type Queryable, type Tx } from './pool.ts';
export { NotVacant, type Rebuilding, rebuild } from './rebuild.ts';
export { type DbRole, roleStatements } from './roles.ts';
export { readSnapshot, type Snapshot } from './snapshot.ts';
export { nameOf } from './tables.ts';
export { UnfitDatabase } from './unfit.ts';
export { complaintOf, serverVersion } from './version.ts';
