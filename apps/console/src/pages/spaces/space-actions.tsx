import type { InviteToSpace, NewSpace, Space } from '@suyuan/api/spaces';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { useApi } from '../../api.ts';
import { spacesText } from '../../i18n/spaces.ts';
import { useText } from '../../i18n/use-text.ts';
import { AskDialog } from '../../manage/ask-dialog.tsx';
import { FormDialog } from '../../manage/form-dialog.tsx';
import { TextField } from '../../manage/text-field.tsx';
import { useMay } from '../../manage/use-may.ts';
import { spacePath } from './path.ts';
import { SpaceFields } from './space-fields.tsx';
import './spaces.css';
import { useOwnId } from './use-own-id.ts';
import { useForgetSpaces } from './use-spaces.ts';

type Deed = 'invite' | 'change' | 'leave' | 'dissolve';
const OF_LEAD: readonly Deed[] = ['invite', 'change', 'dissolve'];

/** What a member may do with the space. */
export function SpaceActions({ space }: { space: Space }): ReactNode {
  const say = useText(spacesText);
  const [asked, ask] = useState<Deed>();
  if (!useMay('manage')) return null;
  return (
    <div className="space-do">
      {(space.leading ? OF_LEAD : (['leave'] as const)).map((deed) => (
        <Button
          key={deed}
          type={deed === 'invite' ? 'primary' : 'default'}
          danger={deed === 'leave' || deed === 'dissolve'}
          onClick={() => ask(deed)}
        >
          {say(deed)}
        </Button>
      ))}
      {asked === undefined ? null : <Dialog space={space} deed={asked} onClose={() => ask(undefined)} />}
    </div>
  );
}

interface DialogProps {
  readonly space: Space;
  readonly deed: Deed;
  readonly onClose: () => void;
}

function Dialog({ space, deed, onClose }: DialogProps): ReactNode {
  if (deed === 'invite') return <InviteDialog space={space} onClose={onClose} />;
  if (deed === 'change') return <ChangeDialog space={space} onClose={onClose} />;
  return <EndDialog space={space} deed={deed} onClose={onClose} />;
}

function InviteDialog({ space: { id }, onClose }: Omit<DialogProps, 'deed'>): ReactNode {
  const say = useText(spacesText);
  const api = useApi();
  const forget = useForgetSpaces();
  return (
    <FormDialog<InviteToSpace, Space>
      title={say('invite')}
      doing={say('invite.do')}
      initial={{ organisation: '' }}
      onSend={({ organisation }) =>
        api.send('POST', `${spacePath(id)}/invitations`, { organisation: organisation.trim() })
      }
      onDone={() => {
        onClose();
        forget();
      }}
      onClose={onClose}
    >
      <TextField
        name="organisation"
        label={say('organisation')}
        help={say('organisation.help')}
        missing={say('organisation.missing')}
        maxLength={200}
      />
    </FormDialog>
  );
}

function ChangeDialog({ space: { id, name, purpose }, onClose }: Omit<DialogProps, 'deed'>): ReactNode {
  const say = useText(spacesText);
  const api = useApi();
  const forget = useForgetSpaces();
  return (
    <FormDialog<NewSpace, Space>
      title={say('change')}
      doing={say('change.do')}
      initial={{ name, purpose }}
      onSend={(given) => api.send('PATCH', spacePath(id), given)}
      onDone={() => {
        onClose();
        forget();
      }}
      onClose={onClose}
    >
      <SpaceFields />
    </FormDialog>
  );
}

function EndDialog({ space: { id, name }, deed, onClose }: DialogProps & { deed: 'leave' | 'dissolve' }): ReactNode {
  const say = useText(spacesText);
  const api = useApi();
  const navigate = useNavigate();
  const forget = useForgetSpaces();
  const ownId = useOwnId();
  return (
    <AskDialog
      title={say(`${deed}.of`, { name })}
      doing={say(deed)}
      isGrave
      onDo={() => api.send('DELETE', deed === 'leave' ? `${spacePath(id)}/members/${ownId}` : spacePath(id))}
      onDone={() => {
        void navigate('/partners');
        forget();
      }}
      onClose={onClose}
    >
      <p>{say(`${deed}.text`)}</p>
    </AskDialog>
  );
}
