import type { BackupState } from '@suyuan/api';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../api.ts';

export const BACKUP_PATH = '/v1/operator/backup';

/** When the last was made here, and whether it can be; asked only of whoever may know. */
export function useBackup({ isAsked }: { isAsked: boolean }) {
  const api = useApi();
  return useQuery({
    queryKey: [BACKUP_PATH],
    queryFn: () => api.get<BackupState>(BACKUP_PATH),
    enabled: isAsked,
  });
}
