import { en } from './en/spaces.ts';
import { zh } from './zh/spaces.ts';

export const spacesText = { zh, en };
