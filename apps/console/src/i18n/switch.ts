import { en } from './en/switch.ts';
import { zh } from './zh/switch.ts';

export const switchText = { zh, en };
