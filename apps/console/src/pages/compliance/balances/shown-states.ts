/** Which states of accounts are shown together. */
import { ACCOUNT_STATES, type AccountState, type Balances } from '@suyuan/api';
import type { Shown } from '../path.ts';

const STATES_OF: Readonly<Record<Shown, readonly AccountState[]>> = {
  attention: ['short', 'differs', 'units', 'unclear'],
  held: ['held'],
  all: ACCOUNT_STATES,
};

export function statesOf(show: Shown): readonly AccountState[] {
  return STATES_OF[show];
}

type Counts = Balances['balances'][number]['states'];

/** How many accounts are shown together. */
export function countOf(counts: Counts, show: Shown): number {
  const wanted = statesOf(show);
  return counts.filter(({ state }) => wanted.includes(state)).reduce((all, { accounts }) => all + accounts, 0);
}
