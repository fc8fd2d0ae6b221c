import type { Clock } from '../../platform/clock/index.ts';
import type { PackHistory } from './history.ts';
import type { PackInUse } from './pack-in-use.ts';

export interface StandardsDeps {
  /** Those that records are judged by now. */
  packs(): Promise<readonly PackInUse[]>;
  readonly history: PackHistory;
  readonly clock: Clock;
}
