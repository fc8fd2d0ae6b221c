import type { ConfidentialBody } from '@suyuan/api';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { readingsText } from '../../i18n/readings.ts';
import { useText } from '../../i18n/use-text.ts';

/** Everybody, or the organisations that were chosen. */
export function AboutWhom({ about }: Pick<ConfidentialBody, 'about'>): ReactNode {
  const say = useText(readingsText);
  if (about === 'all') return say('about.all');
  return (
    <div className="chips">
      {about.map(({ id, name, code }) => (
        <Tag key={id}>{name ?? code ?? id}</Tag>
      ))}
    </div>
  );
}
