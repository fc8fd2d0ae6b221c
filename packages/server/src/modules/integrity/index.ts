export { LEAF_VERSION, leafHash, ofVersionOne } from './leaf.ts';
export { createSequencer, type Sequencer } from './sequencer.ts';
export { enqueueLeaves, findLeaf, type Leaf, logHead, selectPositions, selectRuns } from './store.ts';
