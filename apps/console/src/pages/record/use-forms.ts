import type { Forms, StageFormBody } from '@suyuan/api';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useApi } from '../../api.ts';
import { FORMS_PATH, formPath } from './path.ts';

export function useForms(): UseQueryResult<Forms> {
  const api = useApi();
  return useQuery({ queryKey: [FORMS_PATH], queryFn: () => api.get<Forms>(FORMS_PATH) });
}

export function useForm(of: { readonly pack: string; readonly stage: string }): UseQueryResult<StageFormBody> {
  const api = useApi();
  const queryFn = () => api.get<StageFormBody>(formPath(of));
  return useQuery({ queryKey: [FORMS_PATH, of.pack, of.stage], queryFn, gcTime: 0 });
}
