import type { CountersignatureBody } from '@suyuan/api';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { countersignText } from '../../i18n/countersign.ts';
import { useText } from '../../i18n/use-text.ts';
import { countersignaturesPath } from './path.ts';
import { SignForm } from './sign-form.tsx';

/** The form once; when it was signed, that it was, so that nobody signs twice by a second touch. */
export function Sign({ eventID }: { eventID: string }): ReactNode {
  const say = useText(countersignText);
  const queries = useQueryClient();
  const [signed, setSigned] = useState<CountersignatureBody>();
  if (signed === undefined)
    return (
      <>
        <p className="soft">{say('sign.text')}</p>
        <SignForm
          eventID={eventID}
          onSigned={(made) => {
            setSigned(made);
            void queries.invalidateQueries({ queryKey: [countersignaturesPath(eventID)] });
          }}
        />
      </>
    );
  const again = (
    <Button size="small" onClick={() => setSigned(undefined)}>
      {say('again')}
    </Button>
  );
  return (
    <Alert
      type="success"
      showIcon
      title={say('done.title', { name: signed.person })}
      description={
        <div className="with-action">
          {say('done.text')}
          {again}
        </div>
      }
    />
  );
}
