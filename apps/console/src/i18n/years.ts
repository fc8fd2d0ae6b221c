import { en } from './en/years.ts';
import { zh } from './zh/years.ts';

export const yearsText = { zh, en };
