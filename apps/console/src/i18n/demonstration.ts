import { en } from './en/demonstration.ts';
import { zh } from './zh/demonstration.ts';

export const demonstrationText = { zh, en };
