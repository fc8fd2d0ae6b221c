import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { supervisionText } from '../../i18n/supervision.ts';
import { useText } from '../../i18n/use-text.ts';
import { GivenJurisdictions } from '../../manage/jurisdictions/given-jurisdictions.tsx';
import { PageHead } from '../../manage/page-head.tsx';
import { useMay } from '../../manage/use-may.ts';
import { GiveBelow } from './give-below.tsx';
import { OnlyRegulators } from './only-regulators.tsx';
import { OwnJurisdictions } from './own-jurisdictions.tsx';
import { Supervised } from './supervised.tsx';

/** Whom a regulator watches over, and what it gives to those below it. */
export function SupervisionPage(): ReactNode {
  const say = useText(supervisionText);
  const mayGive = useMay('manage');
  const [isGiving, setGiving] = useState(false);
  const give = mayGive ? <Button onClick={() => setGiving(true)}>{say('give')}</Button> : null;
  return (
    <OnlyRegulators>
      <PageHead title={say('title')} lead={say('lead')} />
      <Supervised />
      <OwnJurisdictions />
      <GivenJurisdictions tools={give} />
      {isGiving ? <GiveBelow onClose={() => setGiving(false)} /> : null}
    </OnlyRegulators>
  );
}
