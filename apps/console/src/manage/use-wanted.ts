import { useSearchParams } from 'react-router';

/**
 * What is looked for, as the address says, and to look for something else. It is drawn at once: the router would
 * draw it when there is time, and a field that is changed until then would be put beside what the others were before.
 */
export function useWanted(): [URLSearchParams, (search: URLSearchParams) => void] {
  const [search, setSearch] = useSearchParams();
  return [search, (next) => setSearch(next, { replace: true, flushSync: true })];
}
