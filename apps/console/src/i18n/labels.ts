import { en } from './en/labels.ts';
import { zh } from './zh/labels.ts';

export const labelsText = { zh, en };
