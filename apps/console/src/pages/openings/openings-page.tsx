import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { openingsText } from '../../i18n/openings.ts';
import { useText } from '../../i18n/use-text.ts';
import { AddButton } from '../../manage/add-button.tsx';
import { OnlyFor } from '../../manage/only-for.tsx';
import { PageHead } from '../../manage/page-head.tsx';
import { useMay } from '../../manage/use-may.ts';
import { AddOpening } from './add-opening.tsx';
import { Defaults } from './defaults.tsx';
import { OwnOpenings } from './own-openings.tsx';

/** Who sees what of the organisation's records: by default, and what it opened further. */
export function OpeningsPage(): ReactNode {
  const say = useText(openingsText);
  const mayManage = useMay('manage');
  const mayAudit = useMay('audit');
  const actions = (
    <div className="actions">
      {mayAudit ? <Link to="/looks">{say('looks')}</Link> : null}
      {mayManage ? <AddButton doing={say('add')} dialog={AddOpening} /> : null}
    </div>
  );
  return (
    <OnlyFor right="query">
      <PageHead title={say('title')} lead={say('lead')} action={actions} />
      <OwnOpenings />
      <Defaults />
    </OnlyFor>
  );
}
