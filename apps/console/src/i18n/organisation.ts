import { en } from './en/organisation.ts';
import { zh } from './zh/organisation.ts';

export const organisationText = { zh, en };
