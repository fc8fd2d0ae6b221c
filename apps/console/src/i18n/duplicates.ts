import { en } from './en/duplicates.ts';
import { zh } from './zh/duplicates.ts';

export const duplicatesText = { zh, en };
