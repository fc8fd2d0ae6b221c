import { en } from './en/unknown-codes.ts';
import { zh } from './zh/unknown-codes.ts';

export const unknownCodesText = { zh, en };
