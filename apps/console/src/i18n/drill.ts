import { en } from './en/drill.ts';
import { zh } from './zh/drill.ts';

export const drillText = { zh, en };
