export { checkLog, type LogFault, type StoredRows } from './check-log.ts';
export { leafHash } from './leaf.ts';
export { createSequencer, type Sequencer } from './sequencer.ts';
export { enqueueLeaves, findLeaf, type Leaf, logHead } from './store.ts';
