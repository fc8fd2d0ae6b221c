import { en } from './en/steps.ts';
import { zh } from './zh/steps.ts';

export const stepsText = { zh, en };
