import { DownOutlined } from '@ant-design/icons';
import type { SheetWhole } from '@suyuan/api';
import { Button, Dropdown } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { recordText } from '../../i18n/record.ts';
import { useText } from '../../i18n/use-text.ts';
import { useMay } from '../../manage/use-may.ts';
import { useSettings } from '../../settings/use-settings.ts';
import { newSheetPage } from './path.ts';
import { useForms } from './use-forms.ts';

/** What is done next with the goods of a sheet: any step of its pack, begun with them, so that no code is typed twice. */
export function NextStep({ sheet: { id, pack, stage, content } }: { sheet: SheetWhole }): ReactNode {
  const say = useText(recordText);
  const [{ language }] = useSettings();
  const navigate = useNavigate();
  const [mayCapture, mayDraft] = [useMay('capture'), useMay('draft')];
  const { data } = useForms();
  const stages = data?.packs.find((each) => each.pack === pack)?.stages.filter((each) => each.stage !== stage) ?? [];
  if (stages.length === 0 || (content.units ?? []).length === 0 || !(mayCapture || mayDraft)) return null;
  const items = stages.map((each) => ({ key: each.stage, label: each.name[language] }));
  const go = (next: string): void => void navigate(newSheetPage({ pack, stage: next }, { goods: id }));
  return (
    <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => go(key), className: 'stage-menu' }}>
      <Button size="large" icon={<DownOutlined aria-hidden />} iconPlacement="end" aria-haspopup="menu">
        {say('next.step')}
      </Button>
    </Dropdown>
  );
}
