import type { NamesAnswer } from '@suyuan/api';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../api.ts';
import { productOf } from '../record/fields/code-of-lot.ts';

/** What the product of the code is called in master data; labels are Chinese first. */
export function useNameOf(code: string | undefined): string | undefined {
  const api = useApi();
  const product = code === undefined ? '' : productOf(code);
  const { data } = useQuery({
    queryKey: ['names', product],
    queryFn: () => api.get<NamesAnswer>(`/v1/codes/names?${new URLSearchParams({ code: product })}`),
    enabled: product !== '',
  });
  return data?.names.find((each) => each.code === product)?.name.zh;
}
