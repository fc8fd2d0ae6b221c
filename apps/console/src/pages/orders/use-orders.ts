/** Orders of the organisation. */
import type { Order, Orders } from '@suyuan/api/orders';
import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiProblem, useApi } from '../../api.ts';
import { ORDERS_PATH, orderPath } from './path.ts';

export const pageOfOrders = ({ orders, next }: Orders) => ({ rows: orders, next });

/** Null where it is not there yet, which one that may be new is allowed to be. */
export function useOrder(
  id: string,
  { mayBeNew = false, isAsked = true }: { readonly mayBeNew?: boolean; readonly isAsked?: boolean } = {},
): UseQueryResult<Order | null> {
  const api = useApi();
  return useQuery({
    queryKey: [ORDERS_PATH, 'one', id],
    async queryFn() {
      try {
        return await api.get<Order>(orderPath(id));
      } catch (error) {
        if (mayBeNew && error instanceof ApiProblem && error.status === 404) return null;
        throw error;
      }
    },
    enabled: isAsked,
    // What was shipped meanwhile is told whenever somebody comes back to it.
    staleTime: 0,
  });
}

/** A hook that has all that is known of orders asked anew. */
export function useForgetOrders(): () => void {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: [ORDERS_PATH] });
}
