import { useSession } from '../../session.ts';

/** Of the organisation that is acted for. */
export function useOwnId(): string | undefined {
  return useSession().data?.organisation?.id;
}
