import { en } from './en/mandates.ts';
import { zh } from './zh/mandates.ts';

export const mandatesText = { zh, en };
