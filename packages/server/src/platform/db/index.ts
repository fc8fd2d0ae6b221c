export { type Access, createAccess, type ReadOptions } from './access.ts';
export { DataDirectoryInUse, removeAbandoned, runningEmbedded, startEmbeddedPostgres } from './embedded/index.ts';
export { type DataMigration, MigrationError, migrate, pendingMigrations } from './migrate.ts';
export { joinDatabase, type OpenDatabase, openDatabase } from './open-database.ts';
export { createDb, createPool, type Db, isAnsweredByDatabase, isUnavailable, type Queryable, type Tx } from './pool.ts';
export { type DbRole, roleStatements } from './roles.ts';
export { UnfitDatabase } from './unfit.ts';
export { complaintOf, serverVersion } from './version.ts';
