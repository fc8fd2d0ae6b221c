import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { importsText } from '../../i18n/imports.ts';
import { useText } from '../../i18n/use-text.ts';
import { useMay } from '../../manage/use-may.ts';
import { IMPORTS_PAGE, importsPage, type OfStage } from './path.ts';

/** To records from a file; with the stage chosen where one is given. For those who may record by themselves. */
export function ImportLink({ of }: { of?: OfStage }): ReactNode {
  const say = useText(importsText);
  if (!useMay('capture')) return null;
  return (
    <Link to={of === undefined ? IMPORTS_PAGE : importsPage(of)}>
      <Button>{say('open')}</Button>
    </Link>
  );
}
