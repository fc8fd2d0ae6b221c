import { en } from './en/me.ts';
import { zh } from './zh/me.ts';

export const meText = { zh, en };
