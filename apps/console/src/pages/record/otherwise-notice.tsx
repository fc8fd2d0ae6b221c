import type { SheetCheck } from '@suyuan/api';
import { Alert, Checkbox, Input } from 'antd';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { recordText } from '../../i18n/record.ts';
import { useText } from '../../i18n/use-text.ts';
import { useMay } from '../../manage/use-may.ts';
import { DifferenceList } from '../disputes/difference-list.tsx';

interface OtherwiseNoticeProps {
  readonly differences: SheetCheck['differences'];
  /** What is said to whoever sent it; undefined where nothing is. */
  readonly onTell: (words: string | undefined) => void;
}

/** What came otherwise than the notice says; whoever sent it is told unless one takes that away. */
export function OtherwiseNotice({ differences = [], onTell }: OtherwiseNoticeProps): ReactNode {
  const say = useText(recordText);
  const wordsId = useId();
  const mayTell = useMay('capture') && differences.length > 0;
  const [isTold, setTold] = useState(true);
  const [words, setWords] = useState<string>();
  const said = words ?? say('otherwise.said', { count: differences.length });
  const tell = mayTell && isTold ? said : undefined;
  useEffect(() => onTell(tell), [tell, onTell]);
  if (differences.length === 0) return null;
  return (
    <section className="section otherwise" aria-label={say('otherwise')}>
      <Alert type="warning" showIcon title={say('otherwise.title', { count: differences.length })} />
      <DifferenceList differences={differences} />
      {mayTell ? (
        <>
          <Checkbox checked={isTold} onChange={({ target }) => setTold(target.checked)}>
            {say('otherwise.tell')}
          </Checkbox>
          {isTold ? (
            <div>
              <label htmlFor={wordsId}>{say('otherwise.words')}</label>
              <Input.TextArea
                id={wordsId}
                rows={2}
                maxLength={500}
                value={said}
                onChange={({ target }) => setWords(target.value)}
              />
            </div>
          ) : null}
        </>
      ) : null}
    </section>
  );
}
