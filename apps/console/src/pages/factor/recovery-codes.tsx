import { CopyOutlined, DownloadOutlined, PrinterOutlined } from '@ant-design/icons';
import { App, Button, Checkbox } from 'antd';
import { type ReactNode, useState } from 'react';
import { factorText } from '../../i18n/factor.ts';
import { useText } from '../../i18n/use-text.ts';
import { keepFile } from '../../manage/keep-file.ts';

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}

/** The recovery codes, this once; left when the person says that it has them. */
export function RecoveryCodes({ codes, onKept }: RecoveryCodesProps): ReactNode {
  const say = useText(factorText);
  const { message } = App.useApp();
  const [isKept, setKept] = useState(false);
  const text = `${codes.join('\n')}\n`;
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      message.success(say('copied'));
    } catch {
      // No permission, or a page on plain HTTP, where browsers give no clipboard.
      message.error(say('copy.failed'));
    }
  };
  return (
    <div className="recovery">
      <p>{say('codes.lead')}</p>
      <ol className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className="actions">
        <Button icon={<CopyOutlined aria-hidden />} onClick={() => void copy()}>
          {say('copy')}
        </Button>
        <Button icon={<PrinterOutlined aria-hidden />} onClick={() => print()}>
          {say('print')}
        </Button>
        <Button
          icon={<DownloadOutlined aria-hidden />}
          onClick={() => keepFile('suyuan-recovery-codes.txt', asText(`${say('file')}\n\n${text}`))}
        >
          {say('download')}
        </Button>
      </div>
      <Checkbox checked={isKept} onChange={({ target }) => setKept(target.checked)}>
        {say('kept')}
      </Checkbox>
      <Button type="primary" disabled={!isKept} onClick={onKept}>
        {say('done')}
      </Button>
    </div>
  );
}

const asText = (text: string): Blob => new Blob([text], { type: 'text/plain;charset=utf-8' });
