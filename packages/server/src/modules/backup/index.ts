export { openArchive, writeArchive } from './archive/index.ts';
export { BackupRefused } from './refusal.ts';
