import type { OrganisationBody, PackList } from '@suyuan/api';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useApi } from '../../api.ts';
import { complianceText } from '../../i18n/compliance.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../manage/loaded.tsx';
import { Section } from '../../manage/section.tsx';
import { useCategoryName } from '../../manage/use-category-name.ts';
import { useSettings } from '../../settings/use-settings.ts';

/** Where nothing is judged: because nobody said what the organisation deals in, or nothing of it is recorded yet. */
export function NoPack(): ReactNode {
  const say = useText(complianceText);
  const api = useApi();
  const [{ language }] = useSettings();
  const categoryOf = useCategoryName();
  const organisation = useQuery({
    queryKey: ['organisation'],
    queryFn: () => api.get<OrganisationBody>('/v1/organisation'),
  });
  const packs = useQuery({ queryKey: ['packs'], queryFn: () => api.get<PackList>('/v1/standards/packs') });
  const separator = language === 'zh' ? '、' : ', ';
  return (
    <Section title={say('none.title')}>
      <Loaded query={packs}>
        {(list) => (
          <>
            <p>{say('none.text', { packs: list.packs.map(({ name }) => name[language]).join(separator) })}</p>
            <Loaded query={organisation}>
              {({ categories }) => {
                const own = categories.filter((each) => list.packs.some((pack) => pack.categories.includes(each)));
                if (own.length > 0)
                  return <p>{say('none.records', { categories: own.map(categoryOf).join(separator) })}</p>;
                return (
                  <>
                    <p>{say('none.choose')}</p>
                    <p>
                      <Link to="/organisation">{say('none.link')}</Link>
                    </p>
                  </>
                );
              }}
            </Loaded>
          </>
        )}
      </Loaded>
    </Section>
  );
}
