import type { TraceCustody } from '@suyuan/api';
import type { ReactNode } from 'react';
import { manageText } from '../../i18n/manage.ts';
import { traceText } from '../../i18n/trace.ts';
import { useText } from '../../i18n/use-text.ts';
import { Moment } from '../../manage/moment.tsx';
import { type Column, Records } from '../../manage/records.tsx';
import { ShowMore, useFirst } from './show-more.tsx';
import type { NameOf } from './use-trace.ts';

/** Who had the goods, from when until when, as far as that is open. */
export function CustodyList({ custody, nameOf }: { custody: readonly TraceCustody[]; nameOf: NameOf }): ReactNode {
  const say = useText(traceText);
  const none = useText(manageText)('none');
  const { shown, more } = useFirst(custody);
  const columns: readonly Column<TraceCustody>[] = [
    { label: say('who'), cell: ({ party }) => <strong>{nameOf(party)}</strong> },
    { label: say('kind'), cell: ({ kind }) => say(`kind.${kind}`) },
    { label: say('from'), cell: ({ from }) => (from === undefined ? none : <Moment at={from} />) },
    { label: say('to'), cell: ({ to }) => (to === undefined ? none : <Moment at={to} />) },
    { label: say('code'), cell: ({ code }) => <code className="code">{code}</code> },
  ];
  return (
    <>
      <Records
        caption={say('custody')}
        columns={columns}
        rows={shown}
        keyOf={({ code, kind, eventID }) => [code, kind, eventID].join(' ')}
        empty={say('custody.empty')}
      />
      <ShowMore more={more} />
    </>
  );
}
