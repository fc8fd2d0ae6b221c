import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { ApiProblem } from '../api.ts';
import { useProblemText } from '../problem-text.ts';
import { useSettings } from '../settings/use-settings.ts';
import { BlockedAlert } from './blocked-alert.tsx';

/** So many are read; how many there are the title says. */
const TOLD = 5;

/** What went wrong with a form, above its fields; read out at once. Nothing where nothing did. */
export function ProblemAlert({ error }: { error: Error | null }): ReactNode {
  const problemText = useProblemText();
  const [{ language }] = useSettings();
  if (error === null) return null;
  if (error instanceof ApiProblem && error.status === 429 && error.retryAfterS !== undefined)
    return <BlockedAlert problem={error} waitS={error.retryAfterS} />;
  const findings = error instanceof ApiProblem ? error.findings : [];
  const told = [...new Set(findings.map(({ message }) => message[language]))].slice(0, TOLD);
  const list = told.length === 0 ? undefined : told.map((text) => <div key={text}>{text}</div>);
  return <Alert className="problem" type="error" showIcon title={problemText(error)} description={list} />;
}
