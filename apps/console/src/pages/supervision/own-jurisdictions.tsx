import type { ReactNode } from 'react';
import { supervisionText } from '../../i18n/supervision.ts';
import { useText } from '../../i18n/use-text.ts';
import { useExtentText } from '../../manage/jurisdictions/use-extent-text.ts';
import { useJurisdictions } from '../../manage/jurisdictions/use-jurisdictions.ts';
import { Loaded } from '../../manage/loaded.tsx';
import { Records } from '../../manage/records.tsx';
import { Section } from '../../manage/section.tsx';

/** Where, and of what, the organisation watches over others. */
export function OwnJurisdictions(): ReactNode {
  const say = useText(supervisionText);
  const { regionOf, categoryOf } = useExtentText();
  return (
    <Section title={say('own')}>
      <Loaded query={useJurisdictions()}>
        {({ own }) => (
          <Records
            caption={say('own')}
            columns={[
              { label: say('region'), cell: ({ region }) => <strong>{regionOf(region)}</strong> },
              { label: say('category'), cell: ({ category }) => categoryOf(category) },
            ]}
            rows={own}
            keyOf={({ id }) => id}
            file="rows"
            empty={say('own.empty')}
          />
        )}
      </Loaded>
    </Section>
  );
}
