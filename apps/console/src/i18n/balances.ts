import { en } from './en/balances.ts';
import { zh } from './zh/balances.ts';

export const balancesText = { zh, en };
