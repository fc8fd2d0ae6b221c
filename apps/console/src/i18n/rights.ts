import { en } from './en/rights.ts';
import { zh } from './zh/rights.ts';

export const rightsText = { zh, en };
