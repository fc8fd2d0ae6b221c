import { en } from './en/regions.ts';
import { zh } from './zh/regions.ts';

export const regionsText = { zh, en };
