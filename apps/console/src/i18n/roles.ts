import { en } from './en/roles.ts';
import { zh } from './zh/roles.ts';

export const rolesText = { zh, en };
