import { en } from './en/manage.ts';
import { zh } from './zh/manage.ts';

export const manageText = { zh, en };
