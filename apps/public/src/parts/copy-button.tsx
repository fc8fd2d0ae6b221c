import type { ReactNode } from 'react';
import { useWords } from '../i18n/words.ts';

/** Appears with the script; without it the text beside it can be selected as usual. */
export function CopyButton({ text }: { text: string }): ReactNode {
  const { say } = useWords();
  return (
    <button type="button" className="button-quiet" hidden data-copy={text} data-done={say('codes.copied')}>
      {say('codes.copy')}
    </button>
  );
}
