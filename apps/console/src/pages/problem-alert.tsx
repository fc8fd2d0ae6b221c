import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useProblemText } from '../problem-text.ts';

/** What went wrong with a form, above its fields; read out at once. Nothing where nothing did. */
export function ProblemAlert({ error }: { error: Error | null }): ReactNode {
  const problemText = useProblemText();
  return error === null ? null : <Alert className="problem" type="error" showIcon title={problemText(error)} />;
}
