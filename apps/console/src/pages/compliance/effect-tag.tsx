import type { FindingEffect } from '@suyuan/api';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { complianceText } from '../../i18n/compliance.ts';
import { useText } from '../../i18n/use-text.ts';

const COLOURS = { refuse: 'error', flag: 'warning', unknown: 'default' } as const;

/** How grave it is; with how many, where that is given. */
export function EffectTag({ effect, count }: { effect: FindingEffect; count?: number }): ReactNode {
  const say = useText(complianceText);
  return (
    <Tag color={COLOURS[effect]}>
      {count === undefined ? say(`effect.${effect}`) : say(`effect.${effect}.count`, { count })}
    </Tag>
  );
}
