import type { ReactNode } from 'react';
import { supervisionText } from '../../i18n/supervision.ts';
import { useText } from '../../i18n/use-text.ts';
import { OpenSelectField } from '../open-select-field.tsx';
import { CATEGORIES } from '../use-category-name.ts';
import { ALL, useExtentText } from './use-extent-text.ts';

/** Where, and of what, a jurisdiction is. */
export function ExtentFields(): ReactNode {
  const say = useText(supervisionText);
  const { regionOf, categoryOf } = useExtentText();
  return (
    <>
      <OpenSelectField
        name="region"
        label={say('region')}
        help={say('region.help')}
        options={[{ value: ALL, label: regionOf(ALL) }]}
        pattern={/^\d{2}(\d{2}){0,2}$/}
        missing={say('region.missing')}
      />
      <OpenSelectField
        name="category"
        label={say('category')}
        help={say('category.help')}
        options={[ALL, ...CATEGORIES].map((value) => ({ value, label: categoryOf(value) }))}
        pattern={/^.{1,60}$/}
        missing={say('category.missing')}
      />
    </>
  );
}
