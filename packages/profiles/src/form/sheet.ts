/** What a person fills in of a stage, and what is wrong with it before it is an event. */
import type { Words } from '../pack/parts.ts';

export interface SheetUnit {
  /** As typed or scanned, in any spelling. */
  readonly code: string;
  /** Decimal; none of a single item, or where it is not known. */
  readonly quantity?: string;
  /** UN/ECE Recommendation 20; pieces where not given. */
  readonly uom?: string;
}

export interface Sheet {
  readonly pack: string;
  readonly stage: string;
  /** RFC 3339, with the offset of the place: 2026-12-01T08:00:00+08:00. */
  readonly at: string;
  /** What it is about; what comes out where something is made. Where a package is opened, none is all that is in it. */
  readonly units: readonly SheetUnit[];
  /** What something is made of. */
  readonly inputs?: readonly SheetUnit[];
  /** What the units are put into, or taken out of. */
  readonly parent?: string;
  /** Code of where it happens. */
  readonly place?: string;
  /** Codes of whom it comes from and whom it goes to. */
  readonly from?: string;
  readonly to?: string;
  /** URI of the order that it is shipped for. */
  readonly orderUri?: string | undefined;
  /** By element; several texts of a list. */
  readonly values: Readonly<Record<string, string | readonly string[]>>;
}

export interface SheetFault {
  /** `at`, `units`, `units/0/code`, `inputs/1/quantity`, `parent`, `place`, `values/foodKind`. */
  readonly field: string;
  readonly message: Words;
}
