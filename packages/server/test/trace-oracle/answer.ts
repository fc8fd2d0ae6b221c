/**
 * The part of the `GET /v1/trace` answer that the engine and the brute-force tracer must agree on. Codes are
 * canonical, times UTC in RFC 3339. Times of a containment link are the whole interval, those of a unit its bound.
 */
export type Direction = 'upstream' | 'downstream' | 'both';
export type Role = 'start' | 'affected' | 'source' | 'carrier';

export interface UnitRow {
  readonly code: string;
  readonly role: Role;
  readonly since?: string;
  readonly until?: string;
  readonly hops: number;
  /** Who has it now, as far as is recorded: the party of its last possession. */
  readonly holder?: string;
}

export interface LinkRow {
  readonly from: string;
  readonly to: string;
  readonly kind: 'transformation' | 'containment' | 'belongs';
  readonly eventID?: string;
  readonly since?: string;
  readonly until?: string;
  readonly quantity?: number;
  readonly uom?: string;
}

export interface EventRow {
  readonly eventID: string;
  readonly declaredInError?: boolean;
  /** The listed units that it mentions, each once a role. */
  readonly units: readonly { readonly code: string; readonly role: string }[];
}

export interface CustodyRow {
  readonly code: string;
  readonly party: string;
  readonly kind: 'possession' | 'ownership';
  readonly from?: string;
  readonly to?: string;
  readonly eventID: string;
}

export interface AnomalyRow {
  readonly kind: string;
  readonly code: string;
  readonly eventIDs: readonly string[];
}

/** Rows may have further members (product, bizStep, message, …): they are not compared. */
export interface Answer {
  readonly units: readonly UnitRow[];
  readonly links: readonly LinkRow[];
  readonly events: readonly EventRow[];
  readonly custody: readonly CustodyRow[];
  readonly anomalies: readonly AnomalyRow[];
}
