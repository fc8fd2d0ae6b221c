import type { Forms } from '@suyuan/api';
import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { recordText } from '../../i18n/record.ts';
import { useText } from '../../i18n/use-text.ts';
import { ClearIcon } from '../../manage/clear-icon.tsx';
import { useSettings } from '../../settings/use-settings.ts';
import { newSheetPage } from './path.ts';

/** From so many on they are looked for by name. */
const MANY = 12;

/** Stages of a pack as large buttons, in the order of the pack. */
export function StageChoice({ pack: { pack, name, stages } }: { pack: Forms['packs'][number] }): ReactNode {
  const say = useText(recordText);
  const [{ language }] = useSettings();
  const [looked, look] = useState('');
  const sought = looked.trim().toLowerCase();
  const found = stages.filter((stage) => stage.name[language].toLowerCase().includes(sought));
  return (
    <div className="stage-choice">
      <h3>{name[language]}</h3>
      {stages.length < MANY ? null : (
        <Input
          className="stage-search"
          value={looked}
          allowClear={{ clearIcon: <ClearIcon /> }}
          placeholder={say('stages.search')}
          aria-label={say('stages.search.of', { pack: name[language] })}
          onChange={({ target }) => look(target.value)}
        />
      )}
      {found.length === 0 ? <p className="soft">{say('stages.none')}</p> : null}
      <ul>
        {found.map(({ stage, name: words }) => (
          <li key={stage}>
            <Link to={newSheetPage({ pack, stage })}>{words[language]}</Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
