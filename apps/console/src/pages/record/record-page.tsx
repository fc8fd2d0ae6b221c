import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { recordText } from '../../i18n/record.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../manage/loaded.tsx';
import { PageHead } from '../../manage/page-head.tsx';
import { Section } from '../../manage/section.tsx';
import { useMay } from '../../manage/use-may.ts';
import { ImportLink } from '../imports/import-link.tsx';
import './record.css';
import { ArrivalList } from './arrival-list.tsx';
import { KeptList } from './kept-list.tsx';
import { OpenOrders } from './open-orders.tsx';
import { QueuedList } from './queued-list.tsx';
import { SheetList } from './sheet-list.tsx';
import { StageChoice } from './stage-choice.tsx';
import { useForms } from './use-forms.ts';

/** What may be recorded, what was begun, and what was recorded last. */
export function RecordPage(): ReactNode {
  const say = useText(recordText);
  const forms = useForms();
  const [mayCapture, mayDraft, mayManage] = [useMay('capture'), useMay('draft'), useMay('manage')];
  const none = (
    <>
      <p>{say('forms.none')}</p>
      {mayManage ? (
        <Link to="/organisation">
          <Button>{say('forms.none.do')}</Button>
        </Link>
      ) : (
        <p className="soft">{say('forms.none.ask')}</p>
      )}
    </>
  );
  return (
    <>
      <PageHead title={say('title')} lead={say('lead')} action={<ImportLink />} />
      <QueuedList />
      <KeptList />
      {mayCapture || mayDraft ? <ArrivalList /> : null}
      {mayCapture || mayDraft ? <OpenOrders /> : null}
      {mayCapture || mayDraft ? (
        <Section title={say('new')}>
          <Loaded query={forms}>
            {({ packs }) =>
              packs.length === 0 ? none : packs.map((pack) => <StageChoice key={pack.pack} pack={pack} />)
            }
          </Loaded>
        </Section>
      ) : null}
      <Section title={say('list.open')}>
        <SheetList state="open" />
      </Section>
      <Section title={say('list.recorded')}>
        <SheetList state="recorded" />
      </Section>
    </>
  );
}
