import type { NewSpace, Space } from '@suyuan/api/spaces';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useApi } from '../../api.ts';
import { spacesText } from '../../i18n/spaces.ts';
import { useText } from '../../i18n/use-text.ts';
import { FormDialog } from '../../manage/form-dialog.tsx';
import { SPACES_PATH, spacePage } from './path.ts';
import { SpaceFields } from './space-fields.tsx';
import { useForgetSpaces } from './use-spaces.ts';

/** Whoever founded one goes on to its page, where others are invited. */
export function NewSpaceDialog({ onClose }: { onClose: () => void }): ReactNode {
  const say = useText(spacesText);
  const api = useApi();
  const navigate = useNavigate();
  const forget = useForgetSpaces();
  const onDone = ({ id }: Space): void => {
    onClose();
    forget();
    void navigate(spacePage(id));
  };
  return (
    <FormDialog<NewSpace, Space>
      title={say('new')}
      doing={say('new.do')}
      initial={{ name: '', purpose: '' }}
      onSend={(given) => api.send('POST', SPACES_PATH, given)}
      onDone={onDone}
      onClose={onClose}
    >
      <SpaceFields />
    </FormDialog>
  );
}
