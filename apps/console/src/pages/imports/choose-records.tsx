import { FileExcelOutlined } from '@ant-design/icons';
import { Alert, Upload } from 'antd';
import { type ReactNode, useState } from 'react';
import { importsText } from '../../i18n/imports.ts';
import { useText } from '../../i18n/use-text.ts';

/** What the server takes. */
const FILE_BYTES_MAX = 200 * 1024 * 1024;
const NAME_LENGTH_MAX = 255;

/** A workbook or a CSV is chosen by a click or by Enter, or dropped. What of it cannot be read the server says, with what to do. */
export function ChooseRecords({ onChoose }: { onChoose: (file: File) => void }): ReactNode {
  const say = useText(importsText);
  const [unfit, setUnfit] = useState<Unfit>();
  return (
    <>
      <Upload.Dragger
        accept={{ format: '.xlsx,.csv,.txt', filter: 'native' }}
        showUploadList={false}
        beforeUpload={(file) => {
          const found = unfitOf(file);
          setUnfit(found);
          if (found === undefined) onChoose(file);
          return false;
        }}
      >
        <FileExcelOutlined className="drop-icon" aria-hidden />
        <span className="drop-name">{say('file.choose')}</span>
        <span className="means">{say('file.bounds')}</span>
      </Upload.Dragger>
      {unfit === undefined ? null : <Alert type="error" showIcon title={say(`file.unfit.${unfit}`)} />}
    </>
  );
}

type Unfit = 'empty' | 'large' | 'name';

function unfitOf({ size, name }: File): Unfit | undefined {
  if (size === 0) return 'empty';
  if (size > FILE_BYTES_MAX) return 'large';
  return name.length > NAME_LENGTH_MAX ? 'name' : undefined;
}
