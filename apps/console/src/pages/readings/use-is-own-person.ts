import { useSession } from '../../session.ts';

/** Whether the person is of the office itself: who acts for it by a mandate or from above decides nothing here. */
export function useIsOwnPerson(): boolean {
  return useSession().data?.organisation?.via === undefined;
}
