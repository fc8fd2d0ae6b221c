import type { Text } from '@suyuan/epcis';

/** A refusal of the catalogue. */
export interface ProblemEntry {
  readonly status: number;
  /** The exception name of EPCIS 2.0 §12 where the standard has one; used as `type` under /epcis. */
  readonly epcis: string;
  readonly title: Text;
}
