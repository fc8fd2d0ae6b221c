import { en } from './en/person-fields.ts';
import { zh } from './zh/person-fields.ts';

export const personFieldsText = { zh, en };
