import {
  DATA_ELEMENTS,
  type DataElement,
  ELEMENT_NAMES,
  LEVEL_TEXTS,
  type Level,
  MASTER_ELEMENT_NAMES,
} from '@suyuan/api/disclosure';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { manageText } from '../../i18n/manage.ts';
import { openingsText } from '../../i18n/openings.ts';
import { useText } from '../../i18n/use-text.ts';
import { type Column, Records } from '../../manage/records.tsx';
import { Section } from '../../manage/section.tsx';
import { useElementName } from '../../manage/use-element-name.ts';
import { useSettings } from '../../settings/use-settings.ts';
import { LEVEL_COLOURS } from './level-colours.ts';

const OCCASIONS = ['making', 'notice', 'warning'] as const;

/** Every element of a record and of master data, who sees it where nobody opened it, and when more people do. */
export function Defaults(): ReactNode {
  const say = useText(openingsText);
  const none = useText(manageText)('none');
  const [{ language }] = useSettings();
  const nameOf = useElementName();
  const levelName = (level: Level): string => LEVEL_TEXTS[level].name[language];
  const columns: readonly Column<DataElement>[] = [
    { label: say('element'), cell: (element) => <strong>{nameOf(element)}</strong> },
    {
      label: say('default'),
      cell: (element) => {
        const { level } = DATA_ELEMENTS[element];
        return (
          <>
            <Tag color={LEVEL_COLOURS[level]}>{levelName(level)}</Tag>
            <span className="means">{say(`who.${level}`)}</span>
          </>
        );
      },
    },
    {
      label: say('further'),
      cell: (element) => {
        const further = furtherOf(element);
        if (further.length === 0) return none;
        return further.map(({ occasion, level }) => (
          <span key={occasion} className="means">
            {say(`on.${occasion}`, { level: levelName(level) })}
          </span>
        ));
      },
    },
  ];
  return (
    <Section title={say('defaults')}>
      <p className="soft">{say('defaults.text')}</p>
      <Records caption={say('defaults')} columns={columns} rows={ELEMENT_NAMES} keyOf={(element) => element} empty="" />
      <h3>{say('elements.master')}</h3>
      <p className="soft">{say('elements.master.text')}</p>
      <Records
        caption={say('elements.master')}
        columns={columns}
        rows={MASTER_ELEMENT_NAMES}
        keyOf={(element) => element}
        empty=""
      />
    </Section>
  );
}

/** The occasions that open the element further, with the level that each opens it to. */
function furtherOf(element: DataElement) {
  const rule = DATA_ELEMENTS[element];
  const on: Readonly<Partial<Record<(typeof OCCASIONS)[number], Level>>> = 'on' in rule ? rule.on : {};
  return OCCASIONS.flatMap((occasion) => {
    const level = on[occasion];
    return level === undefined ? [] : [{ occasion, level }];
  });
}
