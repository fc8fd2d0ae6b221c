/** The workbook of a stage that people fill in. */
import { Readable } from 'node:stream';
import type { Language } from '@suyuan/api';
import type { StageForm } from '@suyuan/profiles';
import { writeTemplate } from '../../platform/tables/write-template.ts';
import { columnsOf } from './columns.ts';

export function templateOf(form: StageForm, language: Language): Readable {
  const written = writeTemplate({
    language,
    name: form.name[language],
    columns: columnsOf(form).map(({ spec, heading, note, example }) => ({
      ...{ spec, heading: heading[language], note: note[language], example },
      ...(spec.choices === undefined || spec.kind !== 'choice'
        ? {}
        : { words: spec.choices.map(({ names, code }) => names[language === 'zh' ? 0 : 1] ?? code) }),
    })),
  });
  return Readable.from(written);
}
