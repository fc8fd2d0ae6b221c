/** Addresses of the server's, which are also the keys of what was loaded, and of the console's own pages. */
export const COMPLIANCE_PATH = '/v1/compliance';
export const FINDINGS_PATH = `${COMPLIANCE_PATH}/findings`;
export const MONTHS_PATH = `${COMPLIANCE_PATH}/months`;
export const CLOCKS_PATH = `${COMPLIANCE_PATH}/clocks`;
export const BALANCES_PATH = `${COMPLIANCE_PATH}/balances`;
export const QUOTAS_PATH = `${COMPLIANCE_PATH}/quotas`;
export const QUOTAS_PAGE = '/compliance/quotas';

export interface LedgerId {
  readonly pack: string;
  readonly ledger: string;
}

/** Whole days in China, `2026-03-01`, both included; empty where open. */
export interface Span {
  readonly from: string;
  readonly until: string;
}

/** What is looked for among findings; empty where any. */
export interface FindingsWanted {
  readonly pack: string;
  readonly rule: string;
  readonly effect: string;
  readonly unit: string;
}

/** What is looked for among what is due; empty where any. */
export interface DutiesWanted {
  readonly pack: string;
  readonly clock: string;
  /** A state of a duty, or {@link ANY_STATE}; empty for what is still to be done. */
  readonly state: string;
  readonly unit: string;
}

export const ANY_STATE = 'any';

export const dutiesPage = (wanted: Partial<DutiesWanted>): string => {
  const search = searchOf(wanted).toString();
  return search === '' ? '/compliance/duties' : `/compliance/duties?${search}`;
};

export const ledgerPath = ({ pack, ledger }: LedgerId): string =>
  `${COMPLIANCE_PATH}/ledgers/${encodeURIComponent(pack)}/${encodeURIComponent(ledger)}`;

export const ledgerPage = ({ pack, ledger }: LedgerId): string =>
  `/compliance/ledgers/${encodeURIComponent(pack)}/${encodeURIComponent(ledger)}`;

export const yearsPage = (span: Span): string => `/compliance/years?${searchOf({ ...span })}`;

export interface BalanceId {
  readonly pack: string;
  readonly balance: string;
}

/** Accounts by how they stand: those that something is to be done about, those that hold something, or all. */
export const SHOWN = ['attention', 'held', 'all'] as const;
export type Shown = (typeof SHOWN)[number];

/** What is looked for among accounts; texts are empty where any. */
export interface AccountsWanted extends Span {
  readonly show: Shown;
  /** Part of the code. */
  readonly code: string;
}

export const balancePath = ({ pack, balance }: BalanceId): string =>
  `${BALANCES_PATH}/${encodeURIComponent(pack)}/${encodeURIComponent(balance)}`;

export const balancePage = ({ pack, balance }: BalanceId, show: Shown): string =>
  `/compliance/balances/${encodeURIComponent(pack)}/${encodeURIComponent(balance)}?${searchOf({ show })}`;

/** What is wanted, and nothing that is empty. */
export function searchOf(wanted: Readonly<Record<string, string>>): URLSearchParams {
  return new URLSearchParams(Object.entries(wanted).filter(([, value]) => value !== ''));
}
