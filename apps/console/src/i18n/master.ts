import { en } from './en/master.ts';
import { zh } from './zh/master.ts';

export const masterText = { zh, en };
