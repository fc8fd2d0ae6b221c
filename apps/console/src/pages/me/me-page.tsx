import type { ReactNode } from 'react';
import { meText } from '../../i18n/me.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../manage/loaded.tsx';
import { PageHead } from '../../manage/page-head.tsx';
import { ReturnedAlert } from '../providers/returned-alert.tsx';
import { useReturnedError } from '../providers/use-returned-error.ts';
import { Factor } from './factor.tsx';
import { FirstStepsAgain } from './first-steps-again.tsx';
import { Profile } from './profile.tsx';
import { Sessions } from './sessions.tsx';
import { SigningDevices } from './signing-devices.tsx';
import { Subjects } from './subjects.tsx';
import { useMe } from './use-me.ts';

/** A person's own account: who it is, how it signs in, and where it is signed in. */
export function MePage(): ReactNode {
  const say = useText(meText);
  const query = useMe();
  // Of an account that was to be linked.
  const failed = useReturnedError();
  return (
    <>
      <PageHead title={say('title')} lead={say('lead')} />
      <ReturnedAlert code={failed} />
      <Loaded query={query}>
        {(me) => (
          <>
            <Profile me={me} />
            <Factor me={me} />
          </>
        )}
      </Loaded>
      <FirstStepsAgain />
      <Subjects />
      <Sessions />
      <SigningDevices />
    </>
  );
}
