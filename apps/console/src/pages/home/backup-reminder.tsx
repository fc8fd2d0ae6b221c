import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { backupText } from '../../i18n/backup.ts';
import { useText } from '../../i18n/use-text.ts';
import { useMay } from '../../manage/use-may.ts';
import { useBackup } from '../backup/use-backup.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const DAYS_MAX = 30;

/** For whoever makes backups by the button and has not for a month; a timer's backups are not known here. */
export function BackupReminder(): ReactNode {
  const say = useText(backupText);
  const isAsked = useMay('operate');
  const { data } = useBackup({ isAsked });
  if (data?.isOffered !== true || data.lastAt === null) return null;
  const days = Math.floor((Date.now() - Date.parse(data.lastAt)) / DAY_MS);
  if (days < DAYS_MAX) return null;
  const action = <Link to="/backup">{say('reminder.link')}</Link>;
  return <Alert type="info" showIcon title={say('reminder', { days })} action={action} />;
}
