import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api.ts';

const FRESH_MS = 30_000; // going back and forth between pages asks nothing twice
const TRIES_MAX = 2;

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // Whether the network is there the browser often does not know; what waits for its word waits for ever.
      queries: { staleTime: FRESH_MS, retry: isWorthATry, refetchOnWindowFocus: false, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  });
}

/** A refusal stays one however often it is asked; a server that is busy or out of reach may answer the next time. */
export function isWorthATry(failures: number, error: Error): boolean {
  const isRefusal = error instanceof ApiProblem && error.status >= 400 && error.status < 500;
  return !isRefusal && failures < TRIES_MAX;
}
