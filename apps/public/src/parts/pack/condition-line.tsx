import type { Condition } from '@suyuan/api/public-page';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n/words.ts';

export function ConditionLine({ condition }: { condition: Condition }): ReactNode {
  const { say, lang } = useWords();
  return (
    <p>
      {say('pack.when')}
      {'says' in condition ? condition.says[lang] : <code>{condition.expression}</code>}
    </p>
  );
}
