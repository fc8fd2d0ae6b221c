import type { HoldingBody } from '@suyuan/api';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { type ReactNode, useState } from 'react';
import { useApi } from '../../api.ts';
import { manageText } from '../../i18n/manage.ts';
import { placesText } from '../../i18n/places.ts';
import { useText } from '../../i18n/use-text.ts';
import { AskButton } from '../../manage/ask-button.tsx';
import { Loaded } from '../../manage/loaded.tsx';
import { Moment } from '../../manage/moment.tsx';
import { type Column, Records } from '../../manage/records.tsx';
import { useSchemes } from '../../manage/schemes.ts';
import { Section } from '../../manage/section.tsx';
import { useMay } from '../../manage/use-may.ts';
import { HoldingForm } from './holding-form.tsx';
import { HOLDINGS_KEY, useHoldings } from './queries.ts';

export function Holdings(): ReactNode {
  const say = useText(placesText);
  const mayChange = useMay('manage');
  const query = useHoldings();
  const columns = useColumns(mayChange);
  const [isAdding, setAdding] = useState(false);
  const add = mayChange ? <Button onClick={() => setAdding(true)}>{say('holding.add')}</Button> : null;
  return (
    <Section title={say('holdings')} tools={add}>
      <Loaded query={query}>
        {(holdings) => (
          <Records
            caption={say('holdings')}
            columns={columns}
            rows={holdings}
            keyOf={({ id }) => id}
            file="rows"
            empty={say('holdings.empty')}
          />
        )}
      </Loaded>
      {isAdding ? <HoldingForm onClose={() => setAdding(false)} /> : null}
    </Section>
  );
}

function useColumns(mayChange: boolean): readonly Column<HoldingBody>[] {
  const say = useText(placesText);
  const sayAll = useText(manageText);
  const { nameOf } = useSchemes();
  const endOf = (holding: HoldingBody): ReactNode =>
    holding.endedAt === null ? <EndHolding holding={holding} /> : <Tag>{say('holding.ended')}</Tag>;
  return [
    {
      label: say('codes'),
      cell: ({ first, last, note }) => (
        <>
          <strong>{last === null ? say('codes.prefix', { first }) : say('codes.range', { first, last })}</strong>
          {note === null ? null : <span className="means">{note}</span>}
        </>
      ),
    },
    { label: say('scheme'), cell: ({ scheme }) => nameOf(scheme) },
    { label: say('since'), cell: ({ createdAt }) => <Moment at={createdAt} /> },
    ...(mayChange ? [{ label: sayAll('actions'), cell: endOf }] : []),
  ];
}

function EndHolding({ holding: { id, first } }: { holding: HoldingBody }): ReactNode {
  const say = useText(placesText);
  const api = useApi();
  const queries = useQueryClient();
  const end = async (): Promise<void> => {
    await api.send('DELETE', `/v1/holdings/${id}`);
    void queries.invalidateQueries({ queryKey: HOLDINGS_KEY });
  };
  return (
    <AskButton doing={say('holding.end')} title={say('holding.end.of', { first })} onDo={end}>
      <p>{say('holding.end.text')}</p>
    </AskButton>
  );
}
