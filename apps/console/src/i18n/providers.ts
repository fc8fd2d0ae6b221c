import { en } from './en/providers.ts';
import { zh } from './zh/providers.ts';

export const providersText = { zh, en };
