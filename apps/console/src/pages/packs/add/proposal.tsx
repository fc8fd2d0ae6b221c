import type { ProposedPack } from '@suyuan/api';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { packsText } from '../../../i18n/packs.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useCategoryName } from '../../../manage/use-category-name.ts';
import { useSettings } from '../../../settings/use-settings.ts';
import { Changes } from '../changes.tsx';

/** What a pack that is in order would change, and what follows from it. */
export function Proposal({ pack }: { pack: ProposedPack }): ReactNode {
  const say = useText(packsText);
  const [{ language }] = useSettings();
  const categoryOf = useCategoryName();
  const { name, version, before, categories } = pack;
  const separator = language === 'zh' ? '、' : ', ';
  return (
    <>
      {before === undefined ? (
        <p>
          {say('add.first', { name: name[language], version, categories: categories.map(categoryOf).join(separator) })}
        </p>
      ) : (
        <Changes pack={pack} />
      )}
      <Alert type="warning" showIcon title={say('add.then')} />
    </>
  );
}
