import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '../../api.ts';
import { packsText } from '../../i18n/packs.ts';
import { useText } from '../../i18n/use-text.ts';
import { AskButton } from '../../manage/ask-button.tsx';
import { useSettings } from '../../settings/use-settings.ts';
import type { PackVersion } from './pack-versions.ts';
import { PACKS_PATH, packPath } from './path.ts';

/** Takes a version back, once it is said what follows. */
export function WithdrawButton({ row: { id, version, name, state, under } }: { row: PackVersion }): ReactNode {
  const say = useText(packsText);
  const [{ language }] = useSettings();
  const api = useApi();
  const queries = useQueryClient();
  const withdraw = async (): Promise<void> => {
    await api.send('DELETE', packPath(id, version));
    // All else that was loaded may be told otherwise by what is in force now.
    void queries.invalidateQueries({ queryKey: [PACKS_PATH] });
    void queries.invalidateQueries({ queryKey: ['packs'] });
  };
  const follows = under === null ? say('withdraw.none') : say('withdraw.to', { under });
  return (
    <AskButton
      doing={say('withdraw')}
      title={say('withdraw.of', { name: name?.[language] ?? id, version })}
      onDo={withdraw}
    >
      {state === 'in-force' ? (
        <>
          <p>{follows}</p>
          <p>{say('withdraw.then')}</p>
        </>
      ) : (
        <p>{say('withdraw.idle')}</p>
      )}
      <p className="soft">{say('withdraw.again')}</p>
    </AskButton>
  );
}
