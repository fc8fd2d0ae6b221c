import type { DrillInput, DrillResult } from '@suyuan/api/drills';
import type { ReactNode } from 'react';
import { drillText } from '../../i18n/drill.ts';
import { manageText } from '../../i18n/manage.ts';
import { useText } from '../../i18n/use-text.ts';
import { Moment } from '../../manage/moment.tsx';
import { type Column, Records } from '../../manage/records.tsx';
import { Section } from '../../manage/section.tsx';
import { ShowMore, useFirst } from '../trace/show-more.tsx';
import { MoreRows } from './more-rows.tsx';
import { Named } from './named.tsx';
import { useAmounts } from './use-amounts.ts';

/** What it was made of, and from whom that came. */
export function InputTable({ result: { inputs, more } }: { result: DrillResult }): ReactNode {
  const say = useText(drillText);
  const none = useText(manageText)('none');
  const amountsOf = useAmounts();
  const listed = useFirst(inputs);
  const columns: readonly Column<DrillInput>[] = [
    { label: say('lot'), cell: (row) => <Named of={row} isGoods /> },
    {
      label: say('supplier'),
      cell: ({ from }) =>
        from.length === 0
          ? say('unnamed')
          : from.map((party) => (
              <div key={party.code}>
                <Named of={party} />
              </div>
            )),
    },
    { label: say('used'), isNumber: true, cell: ({ used }) => amountsOf(used) || none },
    {
      label: say('received'),
      isNumber: true,
      cell: ({ received, unknown }) => (
        <>
          {amountsOf(received) || none}
          {unknown === 0 ? null : <div className="soft">{say('amount.more', { count: unknown })}</div>}
        </>
      ),
    },
    { label: say('last'), cell: ({ lastAt }) => (lastAt === undefined ? none : <Moment at={lastAt} />) },
  ];
  return (
    <Section title={say('inputs')}>
      <Records
        caption={say('inputs')}
        columns={columns}
        rows={listed.shown}
        keyOf={({ code }) => code}
        empty={say('inputs.none')}
      />
      <ShowMore more={listed.more} />
      <MoreRows count={more.inputs} />
    </Section>
  );
}
