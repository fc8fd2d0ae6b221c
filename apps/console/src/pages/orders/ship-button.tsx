import type { OrderSummary } from '@suyuan/api/orders';
import { Button, Dropdown } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { ordersText } from '../../i18n/orders.ts';
import { useText } from '../../i18n/use-text.ts';
import { useSettings } from '../../settings/use-settings.ts';
import { newSheetPage } from '../record/path.ts';
import { useForms } from '../record/use-forms.ts';

interface ShipButtonProps {
  readonly order: Pick<OrderSummary, 'id' | 'number'>;
  readonly isMain?: boolean;
}

/** To the form of shipping, begun with the order; where several steps ship, one chooses. Nothing where none does. */
export function ShipButton({ order: { id, number }, isMain = false }: ShipButtonProps): ReactNode {
  const say = useText(ordersText);
  const [{ language }] = useSettings();
  const navigate = useNavigate();
  const { data } = useForms();
  if (data === undefined) return null;
  const stages = data.packs.flatMap(({ pack, name, stages: all }) =>
    all
      .filter(({ handover }) => handover === 'out')
      .map((stage) => ({ pack, stage: stage.stage, name, step: stage.name })),
  );
  const go = (at: number): void => {
    const chosen = stages[at];
    if (chosen !== undefined) void navigate(newSheetPage(chosen, { order: id }));
  };
  if (stages.length === 0) return isMain ? <span className="soft">{say('ship.none')}</span> : null;
  const look = isMain ? ({ type: 'primary', size: 'large' } as const) : {};
  const label = `${say('ship')} ${number}`;
  if (stages.length === 1)
    return (
      <Button {...look} aria-label={label} onClick={() => go(0)}>
        {say('ship')}
      </Button>
    );
  const items = stages.map(({ name, step }, at) => ({ key: String(at), label: `${name[language]} ${step[language]}` }));
  return (
    <Dropdown menu={{ items, onClick: ({ key }) => go(Number(key)) }} trigger={['click']}>
      <Button {...look} aria-label={label}>
        {say('ship')}
      </Button>
    </Dropdown>
  );
}
