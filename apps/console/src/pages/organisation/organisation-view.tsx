import type { OrganisationBody } from '@suyuan/api';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { manageText } from '../../i18n/manage.ts';
import { organisationText } from '../../i18n/organisation.ts';
import { useText } from '../../i18n/use-text.ts';
import { useCategoryName } from '../../manage/use-category-name.ts';

export function OrganisationView({ organisation }: { organisation: OrganisationBody }): ReactNode {
  const say = useText(organisationText);
  const none = useText(manageText)('none');
  const categoryOf = useCategoryName();
  const { id, name, code, kind, status, region, categories, secondFactor } = organisation;
  return (
    <dl className="facts">
      <dt>{say('name')}</dt>
      <dd>{name ?? none}</dd>
      <dt>{say('code')}</dt>
      <dd>{code === null ? none : <code>{code}</code>}</dd>
      <dt>{say('id')}</dt>
      <dd>
        <code>{id}</code>
        <p className="soft">{say('id.help')}</p>
      </dd>
      <dt>{say('kind')}</dt>
      <dd>{say(`kind.${kind}`)}</dd>
      <dt>{say('status')}</dt>
      <dd>{say(`status.${status}`)}</dd>
      <dt>{say('region')}</dt>
      <dd>{region === null ? none : <code>{region}</code>}</dd>
      <dt>{say('categories')}</dt>
      <dd className="chips">
        {categories.length === 0
          ? none
          : categories.map((category) => <Tag key={category}>{categoryOf(category)}</Tag>)}
      </dd>
      <dt>{say('secondFactor')}</dt>
      <dd>
        {say(`secondFactor.${secondFactor}`)}
        <p className="soft">{say(`secondFactor.${secondFactor}.means`)}</p>
      </dd>
    </dl>
  );
}
