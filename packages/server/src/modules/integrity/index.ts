export { checkLog, type LogFault } from './check-log.ts';
export { type LeafInput, leafHash } from './leaf.ts';
export { createSequencer, type Sequencer } from './sequencer.ts';
export { enqueueLeaves, logHead } from './store.ts';
