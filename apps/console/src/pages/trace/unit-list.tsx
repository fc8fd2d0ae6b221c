import type { TraceUnit } from '@suyuan/api';
import type { ReactNode } from 'react';
import { manageText } from '../../i18n/manage.ts';
import { traceText } from '../../i18n/trace.ts';
import { useText } from '../../i18n/use-text.ts';
import { type Column, Records } from '../../manage/records.tsx';
import { ShowMore, useFirst } from './show-more.tsx';
import type { NameOf } from './use-trace.ts';

/** The goods that the chain is of. */
export function UnitList({ units, nameOf }: { units: readonly TraceUnit[]; nameOf: NameOf }): ReactNode {
  const say = useText(traceText);
  const none = useText(manageText)('none');
  const { shown, more } = useFirst(units);
  const columns: readonly Column<TraceUnit>[] = [
    { label: say('code'), cell: ({ code }) => <code className="code">{code}</code> },
    { label: say('product'), cell: ({ product }) => (product === undefined ? none : nameOf(product)) },
    { label: say('role'), cell: ({ role }) => say(`role.${role}`) },
    { label: say('holder'), cell: ({ holder }) => (holder === undefined ? none : nameOf(holder)) },
  ];
  return (
    <>
      <Records
        caption={say('units')}
        columns={columns}
        rows={shown}
        keyOf={({ code, role, since, until }) => [code, role, since, until].join(' ')}
        empty={say('empty')}
      />
      <ShowMore more={more} />
    </>
  );
}
