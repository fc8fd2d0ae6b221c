import { en } from './en/shell.ts';
import { zh } from './zh/shell.ts';

export const shellText = { zh, en };
