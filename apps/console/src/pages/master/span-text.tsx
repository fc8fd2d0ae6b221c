import type { SpanBody } from '@suyuan/api';
import type { ReactNode } from 'react';
import { masterText } from '../../i18n/master.ts';
import { useText } from '../../i18n/use-text.ts';
import { Moment } from '../../manage/moment.tsx';

/** From when until when a thing had a number. */
export function SpanText({ span: { since, until } }: { span: SpanBody }): ReactNode {
  const say = useText(masterText);
  return (
    <>
      {say('span.since')} <Moment at={since} />{' '}
      {until === null ? (
        say('until.now')
      ) : (
        <>
          {say('span.until')} <Moment at={until} />
        </>
      )}
    </>
  );
}
