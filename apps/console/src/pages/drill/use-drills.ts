import type { Drill, Drills } from '@suyuan/api/drills';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useApi } from '../../api.ts';
import { DRILLS_PATH } from './path.ts';

/** One that was held: it is kept as it was found. */
export function useDrill(id: string): UseQueryResult<Drill> {
  const api = useApi();
  return useQuery({ queryKey: [DRILLS_PATH, id], queryFn: () => api.get<Drill>(`${DRILLS_PATH}/${id}`) });
}

export const pageOfDrills = ({ drills, next }: Drills) => ({ rows: drills, next });
