import { en } from './en/keys.ts';
import { zh } from './zh/keys.ts';

export const keysText = { zh, en };
