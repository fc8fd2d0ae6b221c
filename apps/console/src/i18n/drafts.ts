import { en } from './en/drafts.ts';
import { zh } from './zh/drafts.ts';

export const draftsText = { zh, en };
