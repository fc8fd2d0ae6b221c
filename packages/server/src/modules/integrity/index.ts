export { type LeafBlock, leafHash, leafVersion, ofVersionOne } from './leaf.ts';
export { type LogRoot, logRoot, rememberLogRoot } from './log-root.ts';
export { listReaders, retryParked, skipParked, UnknownReader } from './readers/administer.ts';
export { followLog } from './readers/follow-log.ts';
export { readerStates } from './readers/store-administer.ts';
export { createSequencer, type Sequencer } from './sequencer.ts';
export {
  enqueueLeaves,
  findLeaf,
  findLeafAt,
  type Leaf,
  lastPosition,
  logHead,
  type Run,
  selectPositions,
  selectRuns,
  selectRunsBefore,
} from './store.ts';
