import type { ReactNode } from 'react';
import { rolesPageText } from '../../i18n/roles-page.ts';
import { useText } from '../../i18n/use-text.ts';
import { AddButton } from '../../manage/add-button.tsx';
import { Loaded } from '../../manage/loaded.tsx';
import { OnlyFor } from '../../manage/only-for.tsx';
import { PageHead } from '../../manage/page-head.tsx';
import { useRoles } from '../../manage/queries.ts';
import { isGivenRole } from '../../manage/rights.ts';
import { RoleForm } from './role-form.tsx';
import { RoleList } from './role-list.tsx';

export function RolesPage(): ReactNode {
  const say = useText(rolesPageText);
  return (
    <OnlyFor right="manage">
      <PageHead title={say('title')} lead={say('lead')} action={<AddButton doing={say('make')} dialog={RoleForm} />} />
      <Sections />
    </OnlyFor>
  );
}

/** The organisation's own first, since those are changed. */
function Sections(): ReactNode {
  const say = useText(rolesPageText);
  const query = useRoles();
  return (['own', 'given'] as const).map((which) => (
    <section key={which} className="section" aria-labelledby={which}>
      <h2 id={which}>{say(which)}</h2>
      <Loaded query={query}>
        {(roles) => (
          <RoleList
            caption={say(which)}
            roles={roles.filter(({ name }) => isGivenRole(name) === (which === 'given'))}
            isOwn={which === 'own'}
          />
        )}
      </Loaded>
    </section>
  ));
}
