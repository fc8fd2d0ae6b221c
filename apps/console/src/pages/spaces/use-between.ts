/** What is between the organisation and each other member now. */
import type { DisputesBody } from '@suyuan/api';
import type { SpaceMember } from '@suyuan/api/spaces';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../api.ts';
import { DISPUTES_PATH } from '../disputes/path.ts';
import { useArrivals } from '../record/use-arrivals.ts';

export interface Between {
  /** Sent here, and not recorded as received. */
  readonly arrivals: number;
  /** What it says against records of this organisation, and has not withdrawn. */
  readonly disputes: number;
}

/** Nothing where it is not known yet. */
export function useBetween(): (member: SpaceMember) => Between {
  const api = useApi();
  const arrivals = useArrivals().data?.arrivals ?? [];
  const path = `${DISPUTES_PATH}?about=ours`;
  const about = useQuery({ queryKey: [DISPUTES_PATH, 'between'], queryFn: () => api.get<DisputesBody>(path) });
  const disputes = about.data?.disputes ?? [];
  return ({ organisation: { id, code } }) => ({
    arrivals: code === null ? 0 : arrivals.filter(({ from }) => from === code).length,
    disputes: disputes.filter(({ by, withdrawnAt }) => by.id === id && withdrawnAt === null).length,
  });
}
