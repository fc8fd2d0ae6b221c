export { displayName, type RegistryEntry } from './display-name.ts';
export { readMasterData } from './read-master-data.ts';
export { registryRoutes } from './routes.ts';
export { findMasterData, upsertMasterData } from './store.ts';
