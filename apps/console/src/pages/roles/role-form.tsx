import type { RolesBody } from '@suyuan/api';
import { useQueryClient } from '@tanstack/react-query';
import { Checkbox, Form, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { useApi } from '../../api.ts';
import { manageText } from '../../i18n/manage.ts';
import { rightsText } from '../../i18n/rights.ts';
import { rolesPageText } from '../../i18n/roles-page.ts';
import { useText } from '../../i18n/use-text.ts';
import { FormDialog } from '../../manage/form-dialog.tsx';
import { PEOPLE_KEY, ROLES_KEY } from '../../manage/queries.ts';
import { RIGHTS, type Right } from '../../manage/rights.ts';
import { SESSION_KEY, useSession } from '../../session.ts';

type Role = RolesBody['roles'][number];

interface Given {
  readonly title: string;
  readonly rights: readonly Right[];
}

/** A new role, or one of the organisation's own. */
export function RoleForm({ role, onClose }: { role?: Role; onClose: () => void }): ReactNode {
  const say = useText(rolesPageText);
  const sayAll = useText(manageText);
  const api = useApi();
  const queries = useQueryClient();
  const [name] = useState(() => role?.name ?? newName());
  const onDone = (): void => {
    onClose();
    for (const queryKey of [ROLES_KEY, PEOPLE_KEY, SESSION_KEY]) void queries.invalidateQueries({ queryKey });
  };
  return (
    <FormDialog<Given, Role>
      title={role === undefined ? say('make') : say('change.of', { name: role.title ?? role.name })}
      doing={sayAll('save')}
      initial={{ title: role?.title ?? '', rights: role?.rights ?? ['query'] }}
      onSend={({ title, rights }) => api.send('PUT', `/v1/roles/${name}`, { title: title.trim(), rights })}
      onDone={onDone}
      onClose={onClose}
    >
      <Form.Item
        name="title"
        label={say('name')}
        rules={[{ required: true, whitespace: true, message: say('name.missing') }]}
      >
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <RightsField />
      {role === undefined || role.members === 0 ? null : <p>{say('change.text', { members: role.members })}</p>}
    </FormDialog>
  );
}

function RightsField(): ReactNode {
  const say = useText(rolesPageText);
  const sayRight = useText(rightsText);
  const own = useSession().data?.rights ?? [];
  const options = RIGHTS.map((right) => ({
    value: right,
    disabled: !own.some((held) => held === right),
    label: (
      <>
        {sayRight(`right.${right}`)}
        <span className="means">{sayRight(`means.${right}`)}</span>
      </>
    ),
  }));
  return (
    <Form.Item
      name="rights"
      label={say('rights')}
      extra={options.some(({ disabled }) => disabled) ? say('beyond') : undefined}
    >
      <Checkbox.Group className="choices" options={options} />
    </Form.Item>
  );
}

/** By which the server knows it: people read the title, which may be Chinese. */
function newName(): string {
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
  return `role-${drawn.toString(36)}`;
}
