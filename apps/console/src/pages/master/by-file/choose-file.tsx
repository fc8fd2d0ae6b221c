import { FileTextOutlined } from '@ant-design/icons';
import { ENTRIES_MAX } from '@suyuan/api';
import { Alert, Upload } from 'antd';
import { type ReactNode, useState } from 'react';
import { masterText } from '../../../i18n/master.ts';
import { useText } from '../../../i18n/use-text.ts';
import { type ChosenFile, readChosen, type Unfit } from './csv-file.ts';

interface ChooseFileProps {
  /** The name of the one that is chosen. */
  readonly chosen: string | undefined;
  /** Undefined where what was chosen cannot be sent; that is said here. */
  readonly onChoose: (file: ChosenFile | undefined) => void;
}

/** A file is chosen by a click or by Enter, or dropped; another may be chosen at any time. */
export function ChooseFile({ chosen, onChoose }: ChooseFileProps): ReactNode {
  const say = useText(masterText);
  const [unfit, setUnfit] = useState<Unfit>();
  const choose = async (file: File): Promise<void> => {
    const read = await readChosen(file);
    setUnfit(typeof read === 'string' ? read : undefined);
    onChoose(typeof read === 'string' ? undefined : read);
  };
  const means =
    chosen === undefined ? say('file.bounds', { rows: ENTRIES_MAX.toLocaleString('en') }) : say('file.another');
  return (
    <>
      <Upload.Dragger
        // Of what is dropped none is left out in silence: what is no such file is said to be none.
        accept={{ format: '.csv', filter: 'native' }}
        showUploadList={false}
        beforeUpload={(file) => {
          void choose(file);
          return false;
        }}
      >
        <FileTextOutlined className="drop-icon" aria-hidden />
        <span className="drop-name">{chosen ?? say('file.choose')}</span>
        <span className="means">{means}</span>
      </Upload.Dragger>
      {unfit === undefined ? null : <Alert type="error" showIcon title={say(`file.unfit.${unfit}`)} />}
    </>
  );
}
