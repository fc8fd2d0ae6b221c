import { en } from './en/offline.ts';
import { zh } from './zh/offline.ts';

export const offlineText = { zh, en };
