export { applyingPacks } from './applying-packs.ts';
export { openHistory, type PackHistory, type PublishedPack, versionAmong, versionUnder } from './history.ts';
export { packRoutes } from './operator-routes.ts';
export type { PackInUse } from './pack-in-use.ts';
export { addPackHere, withdrawPackHere } from './packs-here.ts';
export { publicMembersOf } from './public-members.ts';
export { standardsRoutes } from './routes.ts';
export { openShelf, type PackShelf } from './shelf.ts';
