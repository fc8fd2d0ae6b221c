import { LEVEL_TEXTS } from '@suyuan/api/disclosure';
import { Alert, Form } from 'antd';
import type { ReactNode } from 'react';
import { openingsText } from '../../i18n/openings.ts';
import { useText } from '../../i18n/use-text.ts';
import { useElementName } from '../../manage/use-element-name.ts';
import { useSettings } from '../../settings/use-settings.ts';
import { type GivenOpening, openAnyway } from './given-opening.ts';

/** Says, as the form is filled, what will be seen by whom once it is saved. */
export function WhatOpens(): ReactNode {
  const given = Form.useWatch((all: Partial<GivenOpening>) => all) ?? {};
  const told = useTold()(given);
  return (
    <div role="status">
      {told === undefined ? null : <Alert type={told.isNeeded ? 'warning' : 'info'} showIcon title={told.text} />}
    </div>
  );
}

function useTold(): (given: Partial<GivenOpening>) => { text: string; isNeeded: boolean } | undefined {
  const say = useText(openingsText);
  const [{ language }] = useSettings();
  const nameOf = useElementName();
  return ({ element, to, partner, product = '', fromDay = '', untilDay = '' }) => {
    if (element === undefined || to === undefined || (to === 'one' && partner === undefined)) return undefined;
    const anyway = openAnyway(element, to);
    if (anyway !== undefined) {
      const level = LEVEL_TEXTS[anyway].name[language];
      return { text: say('anyway', { element: nameOf(element), level }), isNeeded: false };
    }
    const code = product.trim();
    const text = say('will', {
      begin: fromDay === '' ? say('will.now') : say('will.from', { day: fromDay }),
      who: to === 'one' ? say('will.one', { name: partner?.label ?? '' }) : say(`who.${to}`),
      element: nameOf(element),
      goods: code === '' ? say('product.all') : say('will.product', { code }),
      end: untilDay === '' ? say('will.ever') : say('will.until', { day: untilDay }),
    });
    return { text, isNeeded: true };
  };
}
