import { en } from './en/list-file.ts';
import { zh } from './zh/list-file.ts';

export const listFileText = { zh, en };
