/** The pages of what the law asks to be recorded: all packs, and one of them. */
import type { Language } from '../language.ts';
import type { Text } from './words.ts';

export interface StandardsPage {
  readonly kind: 'standards';
  readonly lang: Language;
  readonly query?: string;
  readonly packs: readonly PackSummary[];
}

export interface PackSummary {
  readonly id: string;
  readonly version: string;
  readonly name: Text;
  readonly counts: PackCounts;
  /** Titles of its laws, those that most items come from first. */
  readonly laws: readonly Text[];
  /** What changes next; absent where nothing to come is known. */
  readonly next?: { readonly day: string; readonly says: readonly Text[]; readonly more: number };
}

export interface PackCounts {
  readonly stages: number;
  readonly elements: number;
  readonly rules: number;
  /** Of the rules, those that refuse a record. */
  readonly refusals: number;
  readonly clocks: number;
  readonly ledgers: number;
}

/** The law behind an item. */
export interface Basis {
  readonly basis: Text;
  readonly confidence: 'A' | 'B' | 'C' | 'V' | 'unverified';
  /** The first day and the last, where there are such. */
  readonly from?: string;
  readonly until?: string;
}

/** A condition in words; in CEL where it has none. */
export type Condition = { readonly says: Text } | { readonly expression: string };

export interface StageLink {
  readonly id: string;
  readonly name: Text;
}

/** What a stage asks for by one law, under one condition. */
export interface NeedGroup extends Basis {
  readonly need: 'required' | 'conditional' | 'optional';
  readonly when?: Condition;
  readonly elements: readonly { readonly name: Text; readonly isPersonal: boolean }[];
}

export interface PackStageRow extends Basis, StageLink {
  readonly follows: readonly StageLink[];
  readonly needs: readonly NeedGroup[];
}

export interface PackRuleRow extends Basis {
  readonly name: Text;
  readonly stages: readonly StageLink[];
  readonly effect: 'refuse' | 'flag';
  readonly message: Text;
  readonly wayOut: Text;
  /** How long after the event it has to be put right, where the law says so. */
  readonly within?: Span;
}

export interface Span {
  readonly amount: number;
  readonly unit: 'minute' | 'hour' | 'day' | 'workday' | 'month' | 'year';
}

export interface PackClockRow extends Basis {
  readonly name: Text;
  readonly starts: readonly StageLink[];
  readonly ends: readonly StageLink[];
  readonly within: Span;
  /** In place of `within`, of a monthly duty. */
  readonly dayOfNextMonth?: number;
  readonly isRepeated: boolean;
  readonly when?: Condition;
  readonly escalations: readonly { readonly after: Span; readonly to: Text }[];
}

export interface PackLedgerRow extends Basis {
  readonly name: Text;
  readonly stages: readonly StageLink[];
  readonly columns: readonly Text[];
}

export interface PackKeepingRow extends Basis {
  readonly name: Text;
  readonly keep: Span;
  /** The element whose day counts; the event where there is none. */
  readonly after?: Text;
  readonly otherwise?: Span;
}

export interface PackCodeList extends Basis {
  readonly id: string;
  readonly name: Text;
  readonly values: readonly { readonly code: string; readonly name: Text }[];
}

/** One version of a pack, as it stands here. */
export interface PackVersionRow {
  readonly version: string;
  readonly state: 'in-force' | 'overridden' | 'withdrawn';
  /** By the operator; the others come with the program. */
  readonly isAdded: boolean;
  /** Days in China. */
  readonly addedOn?: string;
  readonly withdrawnOn?: string;
  /** The one that it is held against; absent of a first. */
  readonly under?: string;
}

export interface PackPage {
  readonly kind: 'pack';
  readonly lang: Language;
  readonly query?: string;
  readonly id: string;
  readonly version: string;
  readonly name: Text;
  /** Those that are or were in use, the highest first; the page's own is among them. */
  readonly versions: readonly PackVersionRow[];
  readonly counts: PackCounts;
  readonly turns: readonly { readonly day: string; readonly says: Text }[];
  readonly stages: readonly PackStageRow[];
  readonly rules: readonly PackRuleRow[];
  readonly clocks: readonly PackClockRow[];
  readonly ledgers: readonly PackLedgerRow[];
  readonly keeping: readonly PackKeepingRow[];
  readonly codeLists: readonly PackCodeList[];
  readonly absent: readonly { readonly what: Text; readonly why: Text; readonly source?: Text }[];
  readonly sources: readonly {
    readonly title: Text;
    readonly number?: string;
    readonly inForce?: string;
    readonly url?: string;
  }[];
}

/** What two versions of a pack say otherwise. */
export interface PackDifferencesPage {
  readonly kind: 'pack-differences';
  readonly lang: Language;
  readonly query?: string;
  readonly id: string;
  readonly name: Text;
  readonly version: string;
  /** The one that it is held against; absent of a first. */
  readonly before?: string;
  readonly versions: readonly PackVersionRow[];
  readonly counts: { readonly added: number; readonly removed: number; readonly changed: number };
  /** By what they are of. */
  readonly groups: readonly PackDifferenceGroup[];
  /** How many the groups leave out. */
  readonly cut: number;
}

export interface PackDifferenceGroup {
  readonly of: PackItemKind;
  readonly differences: readonly {
    readonly change: 'added' | 'removed' | 'changed';
    readonly name: Text;
    /** What of it is otherwise, where it was changed. */
    readonly parts: readonly Text[];
  }[];
}

export type PackItemKind =
  | 'sources'
  | 'elements'
  | 'codeLists'
  | 'stages'
  | 'requirements'
  | 'rules'
  | 'licences'
  | 'clocks'
  | 'ledgers'
  | 'balances'
  | 'filings'
  | 'retention'
  | 'recallClasses'
  | 'groups'
  | 'marks';
