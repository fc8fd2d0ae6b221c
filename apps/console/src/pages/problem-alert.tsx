import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { ApiProblem } from '../api.ts';
import { useProblemText } from '../problem-text.ts';
import { BlockedAlert } from './blocked-alert.tsx';

/** What went wrong with a form, above its fields; read out at once. Nothing where nothing did. */
export function ProblemAlert({ error }: { error: Error | null }): ReactNode {
  const problemText = useProblemText();
  if (error === null) return null;
  if (error instanceof ApiProblem && error.status === 429 && error.retryAfterS !== undefined)
    return <BlockedAlert problem={error} waitS={error.retryAfterS} />;
  return <Alert className="problem" type="error" showIcon title={problemText(error)} />;
}
