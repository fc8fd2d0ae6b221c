import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { mandatesText } from '../../i18n/mandates.ts';
import { useText } from '../../i18n/use-text.ts';
import { OnlyFor } from '../../manage/only-for.tsx';
import { PageHead } from '../../manage/page-head.tsx';
import { GiveMandate } from './give-mandate.tsx';
import { Mandates } from './mandates.tsx';

/** Who acts for whom. */
export function MandatesPage(): ReactNode {
  const say = useText(mandatesText);
  const [isGiving, setGiving] = useState(false);
  const give = (
    <Button type="primary" onClick={() => setGiving(true)}>
      {say('give')}
    </Button>
  );
  return (
    <OnlyFor right="manage">
      <PageHead title={say('title')} lead={say('lead')} action={give} />
      <Mandates isGiven />
      <Mandates isGiven={false} />
      {isGiving ? <GiveMandate onClose={() => setGiving(false)} /> : null}
    </OnlyFor>
  );
}
