import { en } from './en/partners.ts';
import { zh } from './zh/partners.ts';

export const partnersText = { zh, en };
