import { en } from './en/trace.ts';
import { zh } from './zh/trace.ts';

export const traceText = { zh, en };
