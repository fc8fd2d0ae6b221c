import type { MadeShareBody } from '@suyuan/api';
import { SHARE_DAYS_DEFAULT } from '@suyuan/api/disclosure';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useApi } from '../../api.ts';
import { sharesText } from '../../i18n/shares.ts';
import { useText } from '../../i18n/use-text.ts';
import { CopyLine } from '../../manage/copy-line.tsx';
import { FormDialog } from '../../manage/form-dialog.tsx';
import { Moment } from '../../manage/moment.tsx';
import { OnceDialog } from '../../manage/once-dialog.tsx';
import { type GivenShare, shareOf } from './given-share.ts';
import { SHARES_PATH } from './path.ts';
import { ShareFields } from './share-fields.tsx';

/** What is shared, and for whom; then the link, once. */
export function MakeShare({ onClose }: { onClose: () => void }): ReactNode {
  const say = useText(sharesText);
  const api = useApi();
  const queries = useQueryClient();
  const [made, setMade] = useState<MadeShareBody>();
  const onDone = (done: MadeShareBody): void => {
    setMade(done);
    void queries.invalidateQueries({ queryKey: [SHARES_PATH] });
  };
  if (made !== undefined) return <ShareOnce made={made} onClose={onClose} />;
  return (
    <FormDialog<GivenShare, MadeShareBody>
      title={say('make')}
      doing={say('make.do')}
      initial={{ codes: '', eventID: '', note: '', days: SHARE_DAYS_DEFAULT }}
      onSend={(given) => api.send('POST', SHARES_PATH, shareOf(given, Date.now()))}
      onDone={onDone}
      onClose={onClose}
    >
      <ShareFields />
    </FormDialog>
  );
}

function ShareOnce({ made: { path, until }, onClose }: { made: MadeShareBody; onClose: () => void }): ReactNode {
  const say = useText(sharesText);
  return (
    <OnceDialog title={say('once.title')} warning={say('once')} onClose={onClose}>
      <CopyLine label={say('link')} text={location.origin + path} />
      <p>
        <span className="soft">{say('until')}</span> <Moment at={until} />
      </p>
    </OnceDialog>
  );
}
