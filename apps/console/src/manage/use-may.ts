import { useSession } from '../session.ts';
import type { Right } from './rights.ts';

/** Whether the person's role in the organisation gives this right; the server asks for it again, whatever is shown. */
export function useMay(right: Right): boolean {
  return useSession().data?.rights?.includes(right) === true;
}
