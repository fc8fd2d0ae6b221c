import type { FormItemProps } from 'antd';
import type { ReactNode } from 'react';
import { recordText } from '../../../i18n/record.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useSettings } from '../../../settings/use-settings.ts';
import type { ToldOf } from '../told-at.ts';

/** What is told of a field, below it: what is wrong, and by which law. */
export function useToldItem(told: readonly ToldOf[]): Pick<FormItemProps, 'validateStatus' | 'help'> {
  const [{ language }] = useSettings();
  if (told.length === 0) return {};
  const isGrave = told.some(({ gravity }) => gravity === 'fault' || gravity === 'refuse');
  return {
    validateStatus: isGrave ? 'error' : 'warning',
    help: told.map(({ message, basis }) => (
      <span className="told" key={message.zh}>
        {message[language]}
        {basis === undefined ? null : <Basis text={basis[language]} />}
      </span>
    )),
  };
}

function Basis({ text }: { text: string }): ReactNode {
  const say = useText(recordText);
  return <span className="basis">{say('basis', { law: text })}</span>;
}
