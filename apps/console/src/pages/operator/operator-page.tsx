import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { operatorText } from '../../i18n/operator.ts';
import { useText } from '../../i18n/use-text.ts';
import { GivenJurisdictions } from '../../manage/jurisdictions/given-jurisdictions.tsx';
import { OnlyFor } from '../../manage/only-for.tsx';
import { PageHead } from '../../manage/page-head.tsx';
import { NewOrganisation } from './new-organisation.tsx';
import { Organisations } from './organisations.tsx';

/** All organisations, for whoever runs the installation. */
export function OperatorPage(): ReactNode {
  const say = useText(operatorText);
  const [isAdding, setAdding] = useState(false);
  const add = (
    <Button type="primary" onClick={() => setAdding(true)}>
      {say('add')}
    </Button>
  );
  return (
    <OnlyFor right="operate">
      <PageHead title={say('title')} lead={say('lead')} action={add} />
      <p>
        <Link to="/operator/map">{say('map')}</Link>
      </p>
      <Organisations />
      <GivenJurisdictions />
      {isAdding ? <NewOrganisation onClose={() => setAdding(false)} /> : null}
    </OnlyFor>
  );
}
