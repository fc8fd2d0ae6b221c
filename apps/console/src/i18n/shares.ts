import { en } from './en/shares.ts';
import { zh } from './zh/shares.ts';

export const sharesText = { zh, en };
