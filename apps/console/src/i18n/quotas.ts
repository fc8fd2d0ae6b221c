import { en } from './en/quotas.ts';
import { zh } from './zh/quotas.ts';

export const quotasText = { zh, en };
