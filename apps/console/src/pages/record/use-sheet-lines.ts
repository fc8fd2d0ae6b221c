import { type SheetContent, type StageFormBody, unitWords } from '@suyuan/api';
import { recordText } from '../../i18n/record.ts';
import { useText } from '../../i18n/use-text.ts';
import { useSettings } from '../../settings/use-settings.ts';

interface SheetLine {
  readonly label: string;
  readonly text: string;
  readonly code?: string;
}

/** What a sheet says, as lines to be read. */
export function useSheetLines({ fields, opens }: StageFormBody, content: SheetContent): readonly SheetLine[] {
  const say = useText(recordText);
  const [{ language }] = useSettings();
  const { at = '', units = [], inputs = [], values = {} } = content;
  const amount = ({ quantity, uom = 'H87' }: (typeof units)[number]): string =>
    quantity === undefined ? '' : `${quantity} ${unitWords(uom)[language]}`;
  const codes = (['parent', 'place', 'from', 'to'] as const).flatMap((name) => {
    const code = content[name];
    return code === undefined
      ? []
      : [{ label: say(opens && name === 'parent' ? 'code.opened' : `code.${name}`), text: code }];
  });
  return [
    ...(at === '' ? [] : [{ label: say('at'), text: `${at.slice(0, 10)} ${at.slice(11, 16)}` }]),
    ...units.map((unit) => ({ label: say('units.title'), text: amount(unit), code: unit.code })),
    ...inputs.map((unit) => ({ label: say('inputs.title'), text: amount(unit), code: unit.code })),
    ...codes,
    ...fields.flatMap(({ element, name, options = [], entered, fixed }) => {
      const value = values[element];
      if (value === undefined || entered !== 'value' || fixed !== undefined) return [];
      const texts = [value].flat().map((text) => options.find(({ code }) => code === text)?.name[language] ?? text);
      return [{ label: name[language], text: texts.join(language === 'zh' ? '、' : ', ') }];
    }),
  ];
}
