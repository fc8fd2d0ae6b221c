import { en } from './en/backup.ts';
import { zh } from './zh/backup.ts';

export const backupText = { zh, en };
