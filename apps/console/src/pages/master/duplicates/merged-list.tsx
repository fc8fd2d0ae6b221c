import type { EntryBody } from '@suyuan/api';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { duplicatesText } from '../../../i18n/duplicates.ts';
import { manageText } from '../../../i18n/manage.ts';
import { masterText } from '../../../i18n/master.ts';
import { useText } from '../../../i18n/use-text.ts';
import { Moment } from '../../../manage/moment.tsx';
import { type Column, Records } from '../../../manage/records.tsx';
import { Section } from '../../../manage/section.tsx';
import { useMay } from '../../../manage/use-may.ts';
import { useSettings } from '../../../settings/use-settings.ts';
import { useWords } from '../use-words.ts';
import { useParting } from './use-merging.tsx';

type Merged = NonNullable<EntryBody['merged']>[number];

/** What was merged into an entry, each with the way back; nothing where there is none. */
export function MergedList({ merged = [] }: Pick<EntryBody, 'merged'>): ReactNode {
  const say = useText(duplicatesText);
  const sayMaster = useText(masterText);
  const sayAll = useText(manageText);
  const words = useWords();
  const [{ language }] = useSettings();
  const maySay = useMay('capture');
  const parting = useParting();
  if (merged.length === 0) return null;
  const nameOf = ({ name, code }: Merged): string => name?.[language] ?? words.ofCode(code);
  const columns: readonly Column<Merged>[] = [
    { label: sayMaster('name'), cell: nameOf },
    { label: sayMaster('code'), cell: ({ code }) => <span className="code">{words.ofCode(code)}</span> },
    { label: say('into.at'), cell: ({ at }) => <Moment at={at} /> },
  ];
  const part: Column<Merged> = {
    label: sayAll('actions'),
    cell: (each) => (
      <Button
        size="small"
        aria-label={say('part.of', { name: nameOf(each) })}
        loading={parting.isPending && parting.variables.includes(each.code)}
        onClick={() => parting.mutate([each.code])}
      >
        {say('part')}
      </Button>
    ),
  };
  return (
    <Section title={say('into.title')}>
      <p className="soft">{say('into.text')}</p>
      <Records
        caption={say('into.title')}
        columns={maySay ? [...columns, part] : columns}
        rows={merged}
        keyOf={({ code }) => code}
        empty=""
      />
    </Section>
  );
}
