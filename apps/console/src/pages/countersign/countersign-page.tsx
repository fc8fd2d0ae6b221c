import { Button, Form } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { countersignText } from '../../i18n/countersign.ts';
import { useText } from '../../i18n/use-text.ts';
import { OnlyFor } from '../../manage/only-for.tsx';
import { PageHead } from '../../manage/page-head.tsx';
import { Section } from '../../manage/section.tsx';
import { TextField } from '../../manage/text-field.tsx';
import { pageOf } from './path.ts';

/** Where a record is looked up by its event ID, to be confirmed or to see who did. */
export function CountersignPage(): ReactNode {
  const say = useText(countersignText);
  const navigate = useNavigate();
  return (
    <OnlyFor right="query">
      <PageHead title={say('title')} lead={say('lead')} />
      <Section title={say('find')}>
        <Form<{ readonly eventID: string }>
          className="narrow-form"
          layout="vertical"
          onFinish={({ eventID }) => void navigate(pageOf(eventID.trim()))}
        >
          <TextField
            name="eventID"
            label={say('find.field')}
            help={say('find.help')}
            missing={say('find.missing')}
            maxLength={2000}
          />
          <Button type="primary" htmlType="submit">
            {say('find.do')}
          </Button>
        </Form>
      </Section>
    </OnlyFor>
  );
}
