/** The first steps, as the server tells which are done. */
import type { Onboarding, OnboardingMark } from '@suyuan/api/onboarding';
import {
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useCallback } from 'react';
import { useApi } from '../api.ts';
import { useMay } from '../manage/use-may.ts';

const ONBOARDING_PATH = '/v1/onboarding';

/** Asked anew whenever somebody comes back, who may have done a step; not for whoever may not record. */
export function useOnboarding(): UseQueryResult<Onboarding> {
  const api = useApi();
  const enabled = useMay('capture');
  const queryFn = () => api.get<Onboarding>(ONBOARDING_PATH);
  return useQuery({ queryKey: [ONBOARDING_PATH], queryFn, enabled, staleTime: 0, retry: false });
}

/** Says that this person does not want to be led, or does again. */
export function useHideSteps(): UseMutationResult<void, Error, boolean> {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    async mutationFn(isHidden) {
      await api.send(isHidden ? 'PUT' : 'DELETE', `${ONBOARDING_PATH}/hidden`);
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: [ONBOARDING_PATH] }),
  });
}

/** A hook that says that a step was done of which nothing is recorded; once, and only while somebody is led. */
export function useStepDone(): (mark: Exclude<OnboardingMark, 'hidden'>) => void {
  const api = useApi();
  const queries = useQueryClient();
  const { data } = useOnboarding();
  return useCallback(
    (mark) => {
      if (data?.isOffered !== true || data.steps.some(({ step, isDone }) => step === mark && isDone)) return;
      // What is lost with the line is done again, and leads nobody astray.
      void api.send('PUT', `${ONBOARDING_PATH}/${mark}`).then(
        () => queries.invalidateQueries({ queryKey: [ONBOARDING_PATH] }),
        () => undefined,
      );
    },
    [api, queries, data],
  );
}
