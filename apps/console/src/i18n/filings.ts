import { en } from './en/filings.ts';
import { zh } from './zh/filings.ts';

export const filingsText = { zh, en };
