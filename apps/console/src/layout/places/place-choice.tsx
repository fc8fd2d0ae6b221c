import type { PlaceBody } from '@suyuan/api';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { switchText } from '../../i18n/switch.ts';
import { useText } from '../../i18n/use-text.ts';
import { useRoleTitle } from '../../manage/use-role-title.ts';

interface PlaceChoiceProps {
  readonly place: PlaceBody;
  readonly isCurrent: boolean;
  readonly isDisabled: boolean;
  readonly onChosen: () => void;
}

/** One organisation: its name, how one is tied to it, as what, and by which other. */
export function PlaceChoice({ place, isCurrent, isDisabled, onChosen }: PlaceChoiceProps): ReactNode {
  const say = useText(switchText);
  const titleOf = useRoleTitle();
  const { name, code, tie, role, title, via } = place;
  return (
    <button
      type="button"
      className="place"
      aria-current={isCurrent ? 'true' : undefined}
      disabled={isDisabled}
      onClick={onChosen}
    >
      <span className="place-name">
        <strong>{name ?? code ?? say('unnamed')}</strong>
        <Tag>{say(`tie.${tie}`)}</Tag>
        {isCurrent ? <Tag color="success">{say('now')}</Tag> : null}
      </span>
      <span className="soft">
        {say('role', { role: titleOf({ name: role, title }) })}
        {via === undefined ? null : ` · ${say('by', { name: via.name ?? say('unnamed') })}`}
      </span>
    </button>
  );
}
