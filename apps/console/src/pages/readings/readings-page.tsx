import { CONFIDENTIAL_DAYS_MAX } from '@suyuan/api/disclosure';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { readingsText } from '../../i18n/readings.ts';
import { useText } from '../../i18n/use-text.ts';
import { AddButton } from '../../manage/add-button.tsx';
import { useJurisdictions } from '../../manage/jurisdictions/use-jurisdictions.ts';
import { PageHead } from '../../manage/page-head.tsx';
import { OnlyRegulators } from '../supervision/only-regulators.tsx';
import { AskReading } from './ask-reading.tsx';
import { ReadingList } from './reading-list.tsx';
import { useIsOwnPerson } from './use-is-own-person.ts';

/** Cases in which a regulator's looks are told to owners afterwards: asked for, approved, ended. */
export function ReadingsPage(): ReactNode {
  return (
    <OnlyRegulators>
      <Readings />
    </OnlyRegulators>
  );
}

function Readings(): ReactNode {
  const say = useText(readingsText);
  const isOwnPerson = useIsOwnPerson();
  const own = useJurisdictions().data?.own;
  const mayAsk = isOwnPerson && own !== undefined && own.length > 0;
  return (
    <>
      <PageHead
        title={say('title')}
        lead={say('lead', { count: CONFIDENTIAL_DAYS_MAX })}
        action={mayAsk ? <AddButton doing={say('ask')} dialog={AskReading} /> : null}
      />
      {isOwnPerson ? null : <Alert type="info" showIcon title={say('via.title')} description={say('via.text')} />}
      {own?.length === 0 ? (
        <Alert type="info" showIcon title={say('none.title')} description={say('none.text')} />
      ) : null}
      <ReadingList mayAsk={mayAsk} />
    </>
  );
}
