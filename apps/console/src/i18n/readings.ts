import { en } from './en/readings.ts';
import { zh } from './zh/readings.ts';

export const readingsText = { zh, en };
