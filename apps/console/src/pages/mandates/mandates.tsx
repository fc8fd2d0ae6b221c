import type { MandateBody } from '@suyuan/api';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '../../api.ts';
import { manageText } from '../../i18n/manage.ts';
import { mandatesText } from '../../i18n/mandates.ts';
import { rightsText } from '../../i18n/rights.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../manage/loaded.tsx';
import { Moment } from '../../manage/moment.tsx';
import { type Column, Records } from '../../manage/records.tsx';
import { Section } from '../../manage/section.tsx';
import { MandateActions } from './mandate-actions.tsx';
import { MANDATES_PATH } from './path.ts';

/** In one of both directions: those that the organisation gave, or that were given to it. */
export function Mandates({ isGiven }: { isGiven: boolean }): ReactNode {
  const say = useText(mandatesText);
  const api = useApi();
  const columns = useColumns(isGiven);
  const query = useQuery({
    queryKey: [MANDATES_PATH],
    queryFn: async () => (await api.get<{ readonly mandates: readonly MandateBody[] }>(MANDATES_PATH)).mandates,
  });
  const side = isGiven ? 'given' : 'received';
  return (
    <Section title={say(side)}>
      <Loaded query={query}>
        {(mandates) => (
          <Records
            caption={say(side)}
            columns={columns}
            rows={mandates.filter(({ given }) => given === isGiven)}
            keyOf={({ id }) => id}
            file="rows"
            empty={say(`${side}.empty`)}
          />
        )}
      </Loaded>
    </Section>
  );
}

function useColumns(isGiven: boolean): readonly Column<MandateBody>[] {
  const say = useText(mandatesText);
  const sayAll = useText(manageText);
  const sayRight = useText(rightsText);
  return [
    {
      label: say(isGiven ? 'agent' : 'principal'),
      cell: ({ other: { name, code } }) => (
        <>
          <strong>{name ?? sayAll('none')}</strong>
          {code === null ? null : <code className="soft">{code}</code>}
        </>
      ),
    },
    { label: say('rights'), cell: ({ rights }) => rights.map((right) => sayRight(`right.${right}`)).join(' · ') },
    { label: say('since'), cell: ({ createdAt }) => <Moment at={createdAt} /> },
    {
      label: say('ends'),
      cell: ({ endsAt }) => (endsAt === null ? say('ends.never') : <Moment at={endsAt} />),
    },
    { label: sayAll('actions'), cell: (mandate) => <MandateActions mandate={mandate} /> },
  ];
}
