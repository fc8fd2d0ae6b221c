export { type MasterDataElement, readMasterData } from './read-master-data.ts';
export { displayName, type RegistryEntry } from './display-name.ts';
export { findMasterData, upsertMasterData } from './store.ts';
export { registryRoutes } from './routes.ts';
