export { backup } from './backup.ts';
export { backupToFile } from './backup-file.ts';
export { BackupRefused } from './refusal.ts';
export { type Restored, restore } from './restore.ts';
export { type BackupSource, backupRoutes } from './routes.ts';
