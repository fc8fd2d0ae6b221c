import { ApiProblem } from './api.ts';
import { shellText } from './i18n/shell.ts';
import { useText } from './i18n/use-text.ts';

/** A hook that gives the sentence for a person of what went wrong: the server's own where it gave one. */
export function useProblemText(): (error: Error) => string {
  const say = useText(shellText);
  return (error) => {
    if (!(error instanceof ApiProblem) || error.code === 'offline') return say('unreachable');
    return error.title || say('unreadable', { status: error.status });
  };
}
