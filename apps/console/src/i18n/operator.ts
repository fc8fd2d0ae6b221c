import { en } from './en/operator.ts';
import { zh } from './zh/operator.ts';

export const operatorText = { zh, en };
