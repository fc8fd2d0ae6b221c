import { en } from './en/exports.ts';
import { zh } from './zh/exports.ts';

export const exportsText = { zh, en };
