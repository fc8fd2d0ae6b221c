import { en } from './en/roles-page.ts';
import { zh } from './zh/roles-page.ts';

export const rolesPageText = { zh, en };
