import { en } from './en/disputes.ts';
import { zh } from './zh/disputes.ts';

export const disputesText = { zh, en };
