import type { ReactNode } from 'react';
import { useWords, type WordKey } from '../i18n/words.ts';

/** One fact of a list of facts, with its label. */
export function Row({ label, children }: { label: WordKey; children: ReactNode }): ReactNode {
  const { say } = useWords();
  return (
    <div>
      <dt>{say(label)}</dt>
      <dd>{children}</dd>
    </div>
  );
}
