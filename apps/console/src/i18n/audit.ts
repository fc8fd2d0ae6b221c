import { en } from './en/audit.ts';
import { zh } from './zh/audit.ts';

export const auditText = { zh, en };
