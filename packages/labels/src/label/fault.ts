/** Why a label cannot be printed, for whoever prints it. */
import type { Text } from '@suyuan/codes';

export type FaultReason =
  | 'field-missing'
  | 'choice'
  | 'date'
  | 'code'
  | 'address'
  | 'contradiction'
  | 'character'
  | 'does-not-fit'
  | 'unencodable'
  | 'gs1'
  | 'too-small'
  | 'not-read-back';

export interface LabelFault {
  readonly reason: FaultReason;
  /** Of the layout, where it is about one. */
  readonly item?: number;
  /** The fields that it is about. */
  readonly fields: readonly string[];
  readonly message: Text;
}

/** A label of a run that cannot be printed, by its number from 0. What came before it is printed. */
export class LabelError extends Error {
  readonly index: number;
  readonly faults: readonly LabelFault[];

  constructor(index: number, faults: readonly LabelFault[]) {
    super(`label ${index + 1}: ${faults.map(({ message }) => message.en).join('; ')}`);
    this.name = 'LabelError';
    this.index = index;
    this.faults = faults;
  }
}
