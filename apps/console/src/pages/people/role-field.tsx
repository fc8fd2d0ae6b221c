import { Form, Select } from 'antd';
import type { ReactNode } from 'react';
import { peopleText } from '../../i18n/people.ts';
import { rightsText } from '../../i18n/rights.ts';
import { useText } from '../../i18n/use-text.ts';
import { useRoles } from '../../manage/queries.ts';
import { isGivenRole } from '../../manage/rights.ts';
import { useRoleTitle } from '../../manage/use-role-title.ts';
import { useSession } from '../../session.ts';

/**
 * A role to be given, of those that the person may give; with the rights that it means. `isOfEvery`: of those alone that
 * every organisation has, where it is given in another.
 */
export function RoleField({ isOfEvery = false }: { isOfEvery?: boolean }): ReactNode {
  const say = useText(peopleText);
  const sayRight = useText(rightsText);
  const titleOf = useRoleTitle();
  const roles = useRoles();
  const own = useSession().data?.rights ?? [];
  const offered = (roles.data ?? []).filter(({ name }) => !isOfEvery || isGivenRole(name));
  const options = offered.map(({ name, title, rights }) => ({
    value: name,
    label: titleOf({ name, title }),
    rights: rights.map((right) => sayRight(`right.${right}`)).join(' · '),
    disabled: !rights.every((right) => own.some((held) => held === right)),
  }));
  return (
    <Form.Item
      name="role"
      label={say('role')}
      extra={options.some(({ disabled }) => disabled) ? say('invite.beyond') : undefined}
      rules={[{ required: true, message: say('invite.role.missing') }]}
    >
      <Select
        options={options}
        loading={roles.isPending}
        optionRender={({ label, data }) => (
          <span className="option">
            {label}
            <span className="means">{data.rights}</span>
          </span>
        )}
      />
    </Form.Item>
  );
}
