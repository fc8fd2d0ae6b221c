import { en } from './en/scan.ts';
import { zh } from './zh/scan.ts';

export const scanText = { zh, en };
