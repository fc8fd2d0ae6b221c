import { unitWords } from '@suyuan/api';
import { Button, Form } from 'antd';
import type { ReactNode } from 'react';
import { recordText } from '../../../i18n/record.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useSettings } from '../../../settings/use-settings.ts';
import type { GivenSheet, GivenUnit } from '../given-sheet.ts';
import { type Content, useContents } from './use-contents.ts';

/** A carton is looked over at a glance; of a ship's load the rest is scanned. */
const SHOWN_MAX = 50;

/** What is in the package that is opened, as far as that was recorded, each to be taken out by itself. */
export function Contents({ onTaken }: { onTaken: () => void }): ReactNode {
  const say = useText(recordText);
  const form = Form.useFormInstance<GivenSheet>();
  const units: readonly GivenUnit[] = Form.useWatch('units', form) ?? [];
  const contents = useContents(Form.useWatch('parent', form) ?? '');
  if (contents === undefined) return null;
  if (contents.length === 0) return <p className="soft">{say('contents.none')}</p>;
  const taken = new Set(units.map(({ code = '' }) => code.trim()));
  const take = (content: Content): void => {
    const rows = units.filter(({ code = '' }) => code.trim() !== '');
    form.setFieldValue('units', [...rows, content]);
    onTaken();
  };
  return (
    <div className="contents">
      <p>{say('contents.count', { count: contents.length })}</p>
      <ul>
        {contents.slice(0, SHOWN_MAX).map((content) => (
          <li key={content.code}>
            <ContentText {...content} />
            <Button disabled={taken.has(content.code)} onClick={() => take(content)}>
              {say(taken.has(content.code) ? 'contents.taken' : 'contents.take')}
              <span className="unseen"> {content.code}</span>
            </Button>
          </li>
        ))}
      </ul>
      {contents.length > SHOWN_MAX ? <p className="soft">{say('contents.more', { count: SHOWN_MAX })}</p> : null}
    </div>
  );
}

function ContentText({ code, quantity, uom = 'H87' }: Content): ReactNode {
  const [{ language }] = useSettings();
  return (
    <span>
      <code>{code}</code>
      {quantity === undefined ? null : ` ${quantity} ${unitWords(uom)[language]}`}
    </span>
  );
}
