import { EllipsisOutlined } from '@ant-design/icons';
import { Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { disputesText } from '../../i18n/disputes.ts';
import { useText } from '../../i18n/use-text.ts';
import { AddButton } from '../../manage/add-button.tsx';
import { OnlyFor } from '../../manage/only-for.tsx';
import { PageHead } from '../../manage/page-head.tsx';
import { useMay } from '../../manage/use-may.ts';
import { DisputeList } from './dispute-list.tsx';
import { MakeDispute } from './make-dispute.tsx';

/**
 * What the organisation says against others' records, and what is said against its own.
 * `?event=` opens the dialog with the ID of that record, `?about=ours` the second tab.
 */
export function DisputesPage(): ReactNode {
  const say = useText(disputesText);
  const mayDispute = useMay('capture');
  const [search, setSearch] = useSearchParams();
  const action = mayDispute ? (
    <AddButton doing={say('make')} dialog={MakeDispute} isOpenAtFirst={search.has('event')} />
  ) : null;
  const tabs = (['mine', 'ours'] as const).map((key) => ({
    key,
    label: say(key),
    children: <DisputeList about={key} />,
  }));
  return (
    <OnlyFor right="query">
      <PageHead title={say('title')} lead={say('lead')} action={action} />
      <section className="section" aria-label={say('title')}>
        <Tabs
          activeKey={search.get('about') === 'ours' ? 'ours' : 'mine'}
          items={tabs}
          more={{ icon: <EllipsisOutlined aria-label={say('tabs.more')} /> }}
          locale={{ dropdownAriaLabel: say('tabs.more') }}
          destroyOnHidden
          onChange={(about) => setSearch(about === 'ours' ? { about } : {}, { replace: true })}
        />
      </section>
    </OnlyFor>
  );
}
