import type { OrganisationBody } from '@suyuan/api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useApi } from '../../api.ts';
import { manageText } from '../../i18n/manage.ts';
import { organisationText } from '../../i18n/organisation.ts';
import { useText } from '../../i18n/use-text.ts';
import { KINDS } from '../../manage/kinds.ts';
import { SESSION_KEY } from '../../session.ts';
import { ProblemAlert } from '../problem-alert.tsx';
import { useFirstField } from '../use-first-field.ts';
import { CategoriesField } from './categories-field.tsx';
import { changesOf, type OrganisationFields } from './changes.ts';
import { SecondFactorField } from './second-factor-field.tsx';

interface OrganisationFormProps {
  readonly organisation: OrganisationBody;
  readonly onSaved: () => void;
  readonly onCancel: () => void;
}

export function OrganisationForm({ organisation, onSaved, onCancel }: OrganisationFormProps): ReactNode {
  const say = useText(organisationText);
  const sayButton = useText(manageText);
  const api = useApi();
  const queries = useQueryClient();
  const first = useFirstField();
  const saving = useMutation({
    mutationFn: (given: OrganisationFields) =>
      api.send<OrganisationBody>('PATCH', '/v1/organisation', changesOf(organisation, given)),
    onSuccess(changed) {
      queries.setQueryData(['organisation'], changed);
      // The header names the organisation.
      void queries.invalidateQueries({ queryKey: SESSION_KEY });
      onSaved();
    },
  });
  const { name, code, region, kind, categories, secondFactor } = organisation;
  return (
    <Form<OrganisationFields>
      className="narrow-form"
      layout="vertical"
      initialValues={{ name: name ?? '', code: code ?? '', region: region ?? '', kind, categories, secondFactor }}
      onFinish={(given) => saving.mutate(given)}
    >
      <ProblemAlert error={saving.error} />
      <Form.Item
        name="name"
        label={say('name')}
        rules={[{ required: true, whitespace: true, message: say('name.missing') }]}
      >
        <Input ref={first} maxLength={200} autoComplete="organization" />
      </Form.Item>
      <Form.Item name="code" label={say('code')} extra={say('code.help')}>
        <Input maxLength={200} spellCheck={false} autoComplete="off" />
      </Form.Item>
      <Form.Item name="kind" label={say('kind')}>
        <Select options={KINDS.map((value) => ({ value, label: say(`kind.${value}`) }))} />
      </Form.Item>
      <Form.Item
        name="region"
        label={say('region')}
        extra={say('region.help')}
        rules={[{ pattern: /^\s*\d{2}(\d{2}){0,2}\s*$/, message: say('region.wrongForm') }]}
      >
        <Input inputMode="numeric" maxLength={12} autoComplete="off" />
      </Form.Item>
      <CategoriesField />
      <Form.Item name="secondFactor" label={say('secondFactor')}>
        <SecondFactorField />
      </Form.Item>
      <div className="pager">
        <Button type="primary" htmlType="submit" loading={saving.isPending}>
          {sayButton('save')}
        </Button>
        <Button onClick={onCancel}>{sayButton('cancel')}</Button>
      </div>
    </Form>
  );
}
