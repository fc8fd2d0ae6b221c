import type { Forms, StageFormBody } from '@suyuan/api';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useApi } from '../../api.ts';
import { FORMS_PATH } from './path.ts';

export function useForms(): UseQueryResult<Forms> {
  const api = useApi();
  return useQuery({ queryKey: [FORMS_PATH], queryFn: () => api.get<Forms>(FORMS_PATH) });
}

export function useForm({
  pack,
  stage,
}: {
  readonly pack: string;
  readonly stage: string;
}): UseQueryResult<StageFormBody> {
  const api = useApi();
  const path = `${FORMS_PATH}/${encodeURIComponent(pack)}/${encodeURIComponent(stage)}`;
  return useQuery({ queryKey: [FORMS_PATH, pack, stage], queryFn: () => api.get<StageFormBody>(path), gcTime: 0 });
}
