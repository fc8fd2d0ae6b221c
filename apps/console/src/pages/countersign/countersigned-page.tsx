import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { countersignText } from '../../i18n/countersign.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../manage/loaded.tsx';
import { OnlyFor } from '../../manage/only-for.tsx';
import { PageHead } from '../../manage/page-head.tsx';
import { Section } from '../../manage/section.tsx';
import { useMay } from '../../manage/use-may.ts';
import { CountersignatureList } from './countersignature-list.tsx';
import { RecordFacts } from './record-facts.tsx';
import { Sign } from './sign.tsx';
import { useRecorded } from './use-recorded.ts';

/** One record: what it says, a person of another organisation who confirms it, and who did. */
export function CountersignedPage(): ReactNode {
  const { eventID = '' } = useParams();
  const say = useText(countersignText);
  return (
    <OnlyFor right="query">
      <p className="back">
        <Link to="/countersign">{say('back')}</Link>
      </p>
      <PageHead title={say('title')} lead={say('lead')} />
      <Countersigned key={eventID} eventID={eventID} />
    </OnlyFor>
  );
}

function Countersigned({ eventID }: { eventID: string }): ReactNode {
  const say = useText(countersignText);
  const maySign = useMay('capture');
  const query = useRecorded(eventID);
  return (
    <Loaded query={query}>
      {(recorded) => (
        <>
          <Section title={say('what')}>
            <RecordFacts recorded={recorded} />
          </Section>
          <Section title={say('sign')}>
            {maySign ? <Sign eventID={eventID} /> : <p className="soft">{say('sign.noRight')}</p>}
          </Section>
          <CountersignatureList eventID={eventID} />
        </>
      )}
    </Loaded>
  );
}
