import { en } from './en/openings.ts';
import { zh } from './zh/openings.ts';

export const openingsText = { zh, en };
