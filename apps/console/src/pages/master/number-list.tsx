import type { SpanBody } from '@suyuan/api';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { masterText } from '../../i18n/master.ts';
import { useText } from '../../i18n/use-text.ts';
import { Moment } from '../../manage/moment.tsx';
import { type Column, Records } from '../../manage/records.tsx';
import { useWords } from './use-words.ts';

/** Every number that a thing ever had, those of now first. */
export function NumberList({ spans }: { spans: readonly SpanBody[] }): ReactNode {
  const say = useText(masterText);
  const words = useWords();
  const columns: readonly Column<SpanBody>[] = [
    { label: say('scheme'), cell: ({ scheme }) => words.ofScheme(scheme) },
    { label: say('value'), cell: ({ value }) => <strong className="code">{value}</strong> },
    { label: say('since'), cell: ({ since }) => <Moment at={since} /> },
    {
      label: say('until'),
      cell: ({ until }) => (until === null ? <Tag color="success">{say('until.now')}</Tag> : <Moment at={until} />),
    },
  ];
  return (
    <Records
      caption={say('identifiers')}
      columns={columns}
      rows={spans}
      keyOf={({ scheme, value, since }) => [scheme, value, since].join(' ')}
      file="rows"
      empty={say('identifiers.empty')}
    />
  );
}
