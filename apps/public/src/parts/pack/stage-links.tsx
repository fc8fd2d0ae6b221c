import type { StageLink } from '@suyuan/api/public-page';
import { Fragment, type ReactNode } from 'react';
import { useWords } from '../../i18n/words.ts';

/** Names of stages, each leading to what it asks for. */
export function StageLinks({ stages }: { stages: readonly StageLink[] }): ReactNode {
  const { lang } = useWords();
  return stages.map(({ id, name }, index) => (
    <Fragment key={id}>
      {index === 0 ? null : lang === 'zh' ? '、' : ', '}
      <a href={`#${id}`}>{name[lang]}</a>
    </Fragment>
  ));
}
