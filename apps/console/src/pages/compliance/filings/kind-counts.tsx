import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { filingsText } from '../../../i18n/filings.ts';
import { useText } from '../../../i18n/use-text.ts';
import { Moment } from '../../../manage/moment.tsx';
import { LANGUAGE_TAGS } from '../../../settings/language.ts';
import { useSettings } from '../../../settings/use-settings.ts';
import { isToDo, type Kind } from './use-kinds.ts';

/** The server counts no further. */
const COUNTED_MAX = 10_000;

/** What is to be done: how much waits and since when, of what the receiver has to be told, which receipts are missing. */
export function KindCounts({ kind }: { kind: Kind }): ReactNode {
  const say = useText(filingsText);
  const [{ language }] = useSettings();
  const { waiting, oldest, withdrawn, open } = kind;
  if (!isToDo(kind)) return <span className="soft">{say('nothing')}</span>;
  const count = waiting.toLocaleString(LANGUAGE_TAGS[language]);
  return (
    <>
      <div className="chips">
        {waiting === 0 ? null : (
          <Tag color="warning">{say(waiting < COUNTED_MAX ? 'waiting.count' : 'waiting.many', { count })}</Tag>
        )}
        {open === 0 ? null : <Tag>{say('open', { count: open })}</Tag>}
        {withdrawn === 0 ? null : <Tag color="error">{say('withdrawn.count', { count: withdrawn })}</Tag>}
      </div>
      {oldest === undefined ? null : (
        <span className="means">
          {say('oldest')}
          <Moment at={oldest} zone="Asia/Shanghai" />
        </span>
      )}
    </>
  );
}
