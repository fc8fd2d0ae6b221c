import { useMutation } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useApi } from '../../api.ts';
import { categoriesText } from '../../i18n/categories.ts';
import { startText } from '../../i18n/start.ts';
import { useText } from '../../i18n/use-text.ts';
import { CATEGORIES } from '../../manage/use-category-name.ts';
import type { Session } from '../../session.ts';
import { useBeginSession } from '../../use-begin-session.ts';
import { type NewPerson, NewPersonFields } from '../account/new-person-fields.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { useProblemInView } from './use-problem-in-view.ts';

interface Given {
  readonly person: NewPerson;
  readonly organisation: { readonly name: string; readonly code?: string; readonly categories?: readonly string[] };
}

/** The first person of an installation says who it is, of which organisation, and what that makes. */
export function FirstStartForm({ token }: { token: string }): ReactNode {
  const say = useText(startText);
  const sayCategory = useText(categoriesText);
  const api = useApi();
  const begin = useBeginSession();
  const starting = useMutation({
    mutationFn: ({ person, organisation: { code, ...organisation } }: Given) =>
      api.send<Session>('POST', '/v1/links/first-start', {
        token,
        person,
        organisation: { ...organisation, ...(code === undefined || code.trim() === '' ? {} : { code }) },
      }),
    onSuccess: (session) => begin(session),
  });
  const problem = useProblemInView(starting.error);
  return (
    <Form<Given> layout="vertical" size="large" onFinish={(given) => starting.mutate(given)}>
      <h1>{say('first.title')}</h1>
      <p className="soft">{say('first.lead')}</p>
      <div ref={problem}>
        <ProblemAlert error={starting.error} />
      </div>
      <h2>{say('first.who')}</h2>
      <NewPersonFields />
      <h2>{say('first.organisation')}</h2>
      <Form.Item
        name={['organisation', 'name']}
        label={say('organisation')}
        validateTrigger="onSubmit"
        rules={[{ required: true, whitespace: true, message: say('organisation.missing') }]}
      >
        <Input autoComplete="organization" maxLength={200} />
      </Form.Item>
      <Form.Item name={['organisation', 'code']} label={say('code')}>
        <Input autoComplete="off" autoCapitalize="characters" spellCheck={false} maxLength={200} />
      </Form.Item>
      <h2 id="what">{say('first.what')}</h2>
      <Form.Item name={['organisation', 'categories']} extra={say('what.hint')} initialValue={[]}>
        <Checkbox.Group
          className="ticks"
          aria-labelledby="what"
          options={CATEGORIES.map((value) => ({ value, label: sayCategory(value) }))}
        />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={starting.isPending}>
        {say('first.submit')}
      </Button>
    </Form>
  );
}
