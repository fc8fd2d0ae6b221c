import { Card, Descriptions } from 'antd';
import type { ReactNode } from 'react';
import { homeText } from '../../i18n/home.ts';
import { useText } from '../../i18n/use-text.ts';
import { usePageTitle } from '../../layout/use-page-title.ts';
import { useSession } from '../../session.ts';

/** Who I am and for which organisation I work. */
export function HomePage(): ReactNode {
  const say = useText(homeText);
  usePageTitle(say('title'));
  const { data: session } = useSession();
  if (session?.person === undefined) return null;
  const { person, organisation, by, organisations = [] } = session;
  const others = organisations.filter(({ id }) => id !== organisation?.id);
  return (
    <>
      <h1>{say('hello', { name: person.name })}</h1>
      {organisation === undefined ? (
        <p>{say('none')}</p>
      ) : (
        <Card size="small" title={<h2>{say('organisation')}</h2>}>
          <Descriptions
            column={1}
            items={[
              { key: 'name', label: say('name'), children: organisation.name },
              ...(organisation.code === undefined
                ? []
                : [{ key: 'code', label: say('code'), children: <code>{organisation.code}</code> }]),
              ...(by === undefined ? [] : [{ key: 'by', label: say('by'), children: by.name }]),
              { key: 'person', label: say('person'), children: person.name },
            ]}
          />
        </Card>
      )}
      {others.length === 0 ? null : (
        <Card size="small" title={<h2>{say('others')}</h2>}>
          <ul className="plain-list">
            {others.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}
