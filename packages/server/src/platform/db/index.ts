export { DataDirectoryInUse, runningEmbedded, startEmbeddedPostgres } from './embedded/index.ts';
export { MigrationError, migrate } from './migrate.ts';
export { joinDatabase, type OpenDatabase, openDatabase, UnfitDatabase } from './open-database.ts';
export { createDb, createPool, type Db, isUnavailable, type Queryable, type Tx } from './pool.ts';
