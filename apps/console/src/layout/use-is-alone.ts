import type { OperatedBody } from '@suyuan/api';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../api.ts';
import { useMay } from '../manage/use-may.ts';
import { OPERATED_PATH } from '../pages/operator/path.ts';

const FRESH_MS = 5 * 60_000;

/** Whether the installation is of one organisation: then nothing of others stands in its people's way. */
export function useIsAlone(): boolean {
  const api = useApi();
  const isOperator = useMay('operate');
  const { data } = useQuery({
    queryKey: [OPERATED_PATH, 'alone'],
    queryFn: () => api.get<{ readonly organisations: readonly OperatedBody[] }>(`${OPERATED_PATH}?perPage=2`),
    enabled: isOperator,
    staleTime: FRESH_MS,
  });
  // Until it is known, and where it cannot be: a group that unfolds moves nothing that is above it.
  return isOperator && (data === undefined || data.organisations.length < 2);
}
