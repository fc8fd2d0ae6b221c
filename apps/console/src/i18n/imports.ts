import { en } from './en/imports.ts';
import { zh } from './zh/imports.ts';

export const importsText = { zh, en };
