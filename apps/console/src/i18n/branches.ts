import { en } from './en/branches.ts';
import { zh } from './zh/branches.ts';

export const branchesText = { zh, en };
