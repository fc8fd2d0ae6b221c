/** What is compared: each comparison has a name, and tells its faults by it. */
export const FAULT_KINDS = [
  'gap',
  'leaf-differs',
  'leaf-count',
  'received-missing',
  'received-broken',
  'run-differs',
  'block-not-logged',
  'block-logged-twice',
  'block-differs',
  'block-stray',
  'event-missing',
  'event-differs',
  'event-outdated',
  'event-unrecorded',
  'record-missing',
  'record-differs',
  'record-stray',
  'touch-missing',
  'touch-stray',
  'context-differs',
  'version-missing',
  'version-differs',
  'version-stray',
  'job-differs',
  'derivation-differs',
  'occurrence-differs',
  'occurrence-not-logged',
  'countersignature-missing',
  'countersignature-differs',
  'countersignature-stray',
  'number-unreadable',
] as const;

/** Something that is not as it was received. */
export interface Fault {
  readonly kind: (typeof FAULT_KINDS)[number];
  /** Position in the log. */
  readonly position?: number;
  readonly block?: number;
  readonly eventId?: string;
  /** What is wrong in the row: a column, a key. */
  readonly what?: string;
}

export type Step = Fault | { readonly checked: number };

export type Tell = (step: Step) => void;
