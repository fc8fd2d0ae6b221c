import type { Space, SpaceMember } from '@suyuan/api/spaces';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useApi } from '../../api.ts';
import { spacesText } from '../../i18n/spaces.ts';
import { useText } from '../../i18n/use-text.ts';
import { AskButton } from '../../manage/ask-button.tsx';
import { FormDialog } from '../../manage/form-dialog.tsx';
import { TextField } from '../../manage/text-field.tsx';
import { spacePath } from './path.ts';
import { useForgetSpaces } from './use-spaces.ts';

interface MemberActionsProps {
  readonly space: Pick<Space, 'id'>;
  readonly member: SpaceMember;
}

/** What the lead may do with another: hand over to it, remove it, take an invitation back. */
export function MemberActions({ space: { id }, member }: MemberActionsProps): ReactNode {
  const say = useText(spacesText);
  const api = useApi();
  const forget = useForgetSpaces();
  const { organisation, joinedAt } = member;
  const name = organisation.name ?? organisation.code ?? organisation.id;
  const path = `${spacePath(id)}/members/${organisation.id}`;
  if (joinedAt === null)
    return (
      <AskButton
        doing={say('withdraw')}
        title={say('withdraw.of', { name })}
        onDo={() => api.send('DELETE', path).then(forget)}
      >
        <p>{say('withdraw.text')}</p>
      </AskButton>
    );
  const handOver = () => api.send('PATCH', spacePath(id), { lead: organisation.id }).then(forget);
  return (
    <span className="chips">
      {organisation.active ? (
        <AskButton doing={say('hand')} title={say('hand.of', { name })} isGrave={false} onDo={handOver}>
          <p>{say('hand.text')}</p>
        </AskButton>
      ) : null}
      <RemoveButton name={name} path={path} />
    </span>
  );
}

function RemoveButton({ name, path }: { name: string; path: string }): ReactNode {
  const say = useText(spacesText);
  const api = useApi();
  const forget = useForgetSpaces();
  const [isOpen, setOpen] = useState(false);
  const title = say('remove.of', { name });
  return (
    <>
      <Button size="small" danger aria-label={title} onClick={() => setOpen(true)}>
        {say('remove')}
      </Button>
      {isOpen ? (
        <FormDialog<{ reason: string }, unknown>
          title={title}
          doing={say('remove')}
          isGrave
          initial={{ reason: '' }}
          onSend={({ reason }) => api.send('DELETE', `${path}?${new URLSearchParams({ reason: reason.trim() })}`)}
          onDone={() => {
            setOpen(false);
            forget();
          }}
          onClose={() => setOpen(false)}
        >
          <p>{say('remove.text')}</p>
          <TextField name="reason" label={say('reason')} missing={say('reason.missing')} maxLength={500} kind="lines" />
        </FormDialog>
      ) : null}
    </>
  );
}
