import type { ApprovedMap, MapBody } from '@suyuan/api/maps';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../../../api.ts';
import { useWanted } from '../../../../manage/use-wanted.ts';
import { MAP_PATH } from './map-path.ts';

interface UsedMap {
  /** Undefined where there is none, or it is not known yet. */
  readonly map: ApprovedMap | undefined;
  readonly isLoading: boolean;
}

/** The map that the operator has given; where it does not come, there are the tiles. */
export function useMap(): UsedMap {
  const api = useApi();
  const { data, isLoading } = useQuery({ queryKey: [MAP_PATH], queryFn: () => api.get<MapBody>(MAP_PATH) });
  return { map: data?.map ?? undefined, isLoading };
}

/** Whether tiles are wanted in the place of a map, as the address says. */
export function useWantsTiles(): readonly [boolean, (wanted: boolean) => void] {
  const [search, setSearch] = useWanted();
  const want = (wanted: boolean): void => {
    const next = new URLSearchParams(search);
    if (wanted) next.set('as', 'tiles');
    else next.delete('as');
    setSearch(next);
  };
  return [search.get('as') === 'tiles', want];
}
