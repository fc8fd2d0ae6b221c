import type { PlacesBody } from '@suyuan/api';
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useApi } from '../../api.ts';

/** Where the person may act: those whose name or code has the text in it. */
export function usePlaces(text = ''): UseQueryResult<PlacesBody> {
  const api = useApi();
  return useQuery({
    queryKey: ['places', text],
    queryFn: () => api.get<PlacesBody>(`/v1/places${text === '' ? '' : `?${new URLSearchParams({ q: text })}`}`),
    placeholderData: keepPreviousData,
  });
}
