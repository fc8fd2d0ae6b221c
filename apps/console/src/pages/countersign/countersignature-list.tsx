import type { CountersignatureBody } from '@suyuan/api';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '../../api.ts';
import { countersignText } from '../../i18n/countersign.ts';
import { manageText } from '../../i18n/manage.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../manage/loaded.tsx';
import { Moment } from '../../manage/moment.tsx';
import { Records } from '../../manage/records.tsx';
import { Section } from '../../manage/section.tsx';
import { countersignaturesPath } from './path.ts';

/** Who confirmed the record, as what, and what that proves. */
export function CountersignatureList({ eventID }: { eventID: string }): ReactNode {
  const say = useText(countersignText);
  const none = useText(manageText)('none');
  const api = useApi();
  const path = countersignaturesPath(eventID);
  const query = useQuery({
    queryKey: [path],
    queryFn: async () =>
      (await api.get<{ readonly countersignatures: readonly CountersignatureBody[] }>(path)).countersignatures,
  });
  return (
    <Section title={say('list')}>
      <Loaded query={query}>
        {(signed) => (
          <Records
            caption={say('list')}
            columns={[
              {
                label: say('person'),
                cell: ({ person, organisation }) => (
                  <>
                    <strong>{person}</strong>
                    {organisation ?? none}
                  </>
                ),
              },
              {
                label: say('capacity'),
                cell: ({ capacity, remark }) => (
                  <>
                    {capacity}
                    {remark === null ? null : <span className="means">{remark}</span>}
                  </>
                ),
              },
              { label: say('signedAt'), cell: ({ signedAt }) => <Moment at={signedAt} isExact /> },
              { label: say('proves'), cell: (one) => <Proof of={one} /> },
            ]}
            rows={signed}
            keyOf={({ id }) => id}
            file="rows"
            empty={say('list.empty')}
          />
        )}
      </Loaded>
    </Section>
  );
}

function Proof({ of: { statement, signature, keyId } }: { of: CountersignatureBody }): ReactNode {
  const say = useText(countersignText);
  return (
    <>
      {say(isProvenTwice(statement) ? 'proves.factor' : 'proves.password')}
      <details>
        <summary>{say('raw')}</summary>
        <dl className="facts">
          <dt>{say('statement')}</dt>
          <dd>
            <code className="raw">{statement}</code>
          </dd>
          <dt>{say('signature')}</dt>
          <dd>
            <code className="raw">{signature}</code>
          </dd>
          <dt>{say('keyId')}</dt>
          <dd>
            <code className="raw">{keyId}</code>
          </dd>
        </dl>
      </details>
    </>
  );
}

/** By a password and something else. */
function isProvenTwice(statement: string): boolean {
  const said: unknown = JSON.parse(statement);
  const methods: unknown = Object(Object(said).person).provenBy;
  return Array.isArray(methods) && methods.length > 1;
}
