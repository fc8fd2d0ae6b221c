import { en } from './en/supervision.ts';
import { zh } from './zh/supervision.ts';

export const supervisionText = { zh, en };
