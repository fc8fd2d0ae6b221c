import type { Forms } from '@suyuan/api';
import { Select } from 'antd';
import { type ReactNode, useId } from 'react';
import { importsText } from '../../i18n/imports.ts';
import { useText } from '../../i18n/use-text.ts';
import { useWanted } from '../../manage/use-wanted.ts';
import { useSettings } from '../../settings/use-settings.ts';
import { GetWorkbook } from './get-workbook.tsx';
import { templatePath } from './path.ts';
import { SendFile } from './send-file.tsx';

/** First the stage, which the address keeps; then its template, and the file. */
export function NewImport({ packs }: { packs: Forms['packs'] }): ReactNode {
  const say = useText(importsText);
  const [{ language }] = useSettings();
  const id = useId();
  const [wanted, setWanted] = useWanted();
  const all = packs.flatMap(({ pack, stages }) => stages.map(({ stage, name }) => ({ pack, stage, name })));
  const isWanted = ({ pack, stage }: (typeof all)[number]): boolean =>
    pack === wanted.get('pack') && stage === wanted.get('stage');
  const at = all.findIndex(isWanted);
  const chosen = all[at];
  const groups = packs.map(({ pack, name }) => ({
    label: name[language],
    options: all.flatMap((each, value) => (each.pack === pack ? [{ value, label: each.name[language] }] : [])),
  }));
  const choose = (value: number): void => {
    const next = all[value];
    if (next !== undefined) setWanted(new URLSearchParams({ pack: next.pack, stage: next.stage }));
  };
  return (
    <div className="import-steps">
      <h3 className="step">
        <label htmlFor={id}>{say('step.stage')}</label>
      </h3>
      <Select
        id={id}
        {...(at < 0 ? {} : { value: at })}
        placeholder={say('stage.choose')}
        options={groups}
        showSearch={{ optionFilterProp: 'label' }}
        virtual={false}
        onChange={choose}
      />
      {chosen === undefined ? null : (
        <>
          <h3 className="step">{say('step.template')}</h3>
          <p className="soft">{say('template.text')}</p>
          <div>
            <GetWorkbook path={templatePath(chosen)} fileName={`${chosen.name[language]}.xlsx`}>
              {say('template')}
            </GetWorkbook>
          </div>
          <h3 className="step">{say('step.file')}</h3>
          <SendFile key={at} of={chosen} />
        </>
      )}
    </div>
  );
}
