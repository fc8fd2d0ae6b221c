import { en } from './en/factor.ts';
import { zh } from './zh/factor.ts';

export const factorText = { zh, en };
