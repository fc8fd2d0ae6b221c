import { en } from './en/help.ts';
import { zh } from './zh/help.ts';

export const helpText = { zh, en };
