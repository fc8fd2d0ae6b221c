import { en } from './en/today.ts';
import { zh } from './zh/today.ts';

export const todayText = { zh, en };
