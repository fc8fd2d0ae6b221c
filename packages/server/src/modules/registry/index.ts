export { displayName, type RegistryEntry } from './display-name.ts';
export { findKept, findMasterData, type Involved, involvedIn, weightOf } from './find-master-data.ts';
export { asRead, asWritten, type Identifier, identifierAttribute, identifiersIn, isIdentifier } from './identifiers.ts';
export { DIFFERENT_FROM, differentIn, isMergeWord, keptIn, leadsTo, SAME_AS, STEPS_MAX } from './merge-words.ts';
export { deriveMasterData, type MasterData, readVocabularies } from './read-master-data.ts';
export { registryRoutes } from './routes.ts';
export { deleteVersions, insertVersions, keyOf, selectCodesOfBlocks, selectDigests } from './store.ts';
