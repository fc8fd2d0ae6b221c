import { useSession } from '../session.ts';

/** Whether the person's role in the organisation gives this right; the server asks for it again, whatever is shown. */
export function useMay(right: 'audit' | 'manage'): boolean {
  return useSession().data?.rights?.includes(right) === true;
}
