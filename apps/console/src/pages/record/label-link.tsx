import type { SheetWhole } from '@suyuan/api';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { recordText } from '../../i18n/record.ts';
import { useText } from '../../i18n/use-text.ts';
import { useSettings } from '../../settings/use-settings.ts';
import { labelOfSheet } from '../labels/path.ts';
import { useLayouts } from '../labels/use-labels.ts';

/** To the label of what was recorded, where there is a layout that is named as the stage. */
export function LabelLink({ sheet: { id, stage, state } }: { sheet: SheetWhole }): ReactNode {
  const say = useText(recordText);
  const [{ language }] = useSettings();
  const { data } = useLayouts();
  const layout = data?.layouts.find((each) => each.id === stage);
  if (layout === undefined || state === 'discarded') return null;
  return (
    <Link to={labelOfSheet(layout.id, id)}>
      <Button size="large">{say('next.label', { name: layout.name[language] })}</Button>
    </Link>
  );
}
