import { en } from './en/start.ts';
import { zh } from './zh/start.ts';

export const startText = { zh, en };
