import type { SheetWhole } from '@suyuan/api';
import type { LabelRunBody, LabelRuns, Layouts, TriedLabel, TryLabel } from '@suyuan/api/labels';
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useApi } from '../../api.ts';
import { SHEETS_PATH } from '../record/path.ts';
import { LABELS_PATH, LAYOUTS_PATH, RUNS_PATH } from './path.ts';

export function useLayouts(): UseQueryResult<Layouts> {
  const api = useApi();
  return useQuery({ queryKey: [LAYOUTS_PATH], queryFn: () => api.get<Layouts>(LAYOUTS_PATH) });
}

/** How the label looks, or why it cannot be printed, as it is filled in. */
export function useTrial(label: TryLabel): UseQueryResult<TriedLabel> {
  const api = useApi();
  // As text: an object is another at each drawing.
  const tried = useDeferredValue(JSON.stringify(label));
  return useQuery({
    queryKey: [LABELS_PATH, 'trial', tried],
    queryFn: () => api.send<TriedLabel>('POST', `${LABELS_PATH}/trial`, JSON.parse(tried)),
    placeholderData: keepPreviousData,
  });
}

export function useRun(id: string): UseQueryResult<LabelRunBody> {
  const api = useApi();
  return useQuery({ queryKey: [RUNS_PATH, id], queryFn: () => api.get<LabelRunBody>(`${RUNS_PATH}/${id}`) });
}

export const pageOfRuns = ({ runs, next }: LabelRuns) => ({ rows: runs, next });

/** Of which the label is; undefined where it is of none. */
export function useSheetOf(id: string | null): UseQueryResult<SheetWhole | null> {
  const api = useApi();
  return useQuery({
    queryKey: [SHEETS_PATH, 'label', id],
    queryFn: () => (id === null ? null : api.get<SheetWhole>(`${SHEETS_PATH}/${id}`)),
  });
}
