import { en } from './en/packs.ts';
import { zh } from './zh/packs.ts';

export const packsText = { zh, en };
