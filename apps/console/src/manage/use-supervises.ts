import { useSession } from '../session.ts';
import { useMay } from './use-may.ts';

/** Whether the person may watch over others: a role that gives it, in an organisation that is a regulator. */
export function useSupervises(): boolean {
  const isRegulator = useSession().data?.organisation?.kind === 'regulator';
  return useMay('supervise') && isRegulator;
}
