import { en } from './en/record.ts';
import { zh } from './zh/record.ts';

export const recordText = { zh, en };
