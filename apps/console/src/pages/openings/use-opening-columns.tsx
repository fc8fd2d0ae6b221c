import { LEVEL_TEXTS } from '@suyuan/api/disclosure';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { manageText } from '../../i18n/manage.ts';
import { openingsText } from '../../i18n/openings.ts';
import { useText } from '../../i18n/use-text.ts';
import { Moment } from '../../manage/moment.tsx';
import type { Column } from '../../manage/records.tsx';
import { useElementName } from '../../manage/use-element-name.ts';
import { useMay } from '../../manage/use-may.ts';
import { useSettings } from '../../settings/use-settings.ts';
import { EndOpening, type Opening } from './end-opening.tsx';
import { LEVEL_COLOURS } from './level-colours.ts';

const STATE_COLOURS = { open: 'success', later: 'processing', over: 'default' } as const;

/** Of openings: what, to whom, of which goods, how long, and its end for whoever manages. */
export function useOpeningColumns(): readonly Column<Opening>[] {
  const say = useText(openingsText);
  const sayAll = useText(manageText);
  const mayManage = useMay('manage');
  const nameOf = useElementName();
  const columns: readonly Column<Opening>[] = [
    {
      label: say('element'),
      cell: ({ element, note }) => (
        <>
          <strong>{nameOf(element)}</strong>
          {note === null ? null : <span className="means">{note}</span>}
        </>
      ),
    },
    { label: say('to'), cell: (opening) => <Audience opening={opening} /> },
    {
      label: say('product'),
      cell: ({ product }) => (product === null ? say('product.all') : <code className="code">{product}</code>),
    },
    { label: say('validity'), cell: (opening) => <Validity opening={opening} /> },
  ];
  if (!mayManage) return columns;
  return [...columns, { label: sayAll('actions'), cell: (opening) => <EndOpening opening={opening} /> }];
}

function Audience({ opening: { level, partner } }: { opening: Opening }): ReactNode {
  const say = useText(openingsText);
  const [{ language }] = useSettings();
  if (level === null) return partner?.name ?? partner?.id;
  return (
    <>
      <Tag color={LEVEL_COLOURS[level]}>{LEVEL_TEXTS[level].name[language]}</Tag>
      <span className="means">{say(`who.${level}`)}</span>
    </>
  );
}

function Validity({ opening }: { opening: Opening }): ReactNode {
  const say = useText(openingsText);
  const { from, until } = opening;
  const state = stateOf(opening);
  return (
    <>
      <Tag color={STATE_COLOURS[state]}>{say(`state.${state}`)}</Tag>
      <span className="means">
        {say('from.at')} <Moment at={from} />
      </span>
      <span className="means">
        {until === null ? (
          say('until.ended')
        ) : (
          <>
            {say('until.at')} <Moment at={until} />
          </>
        )}
      </span>
    </>
  );
}

function stateOf({ from, until }: Opening): keyof typeof STATE_COLOURS {
  const now = Date.now();
  if (until !== null && Date.parse(until) <= now) return 'over';
  return Date.parse(from) > now ? 'later' : 'open';
}
