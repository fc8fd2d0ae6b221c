import { FileTextOutlined } from '@ant-design/icons';
import { Alert, Upload } from 'antd';
import { type ReactNode, useState } from 'react';
import { packsText } from '../../../i18n/packs.ts';
import { useText } from '../../../i18n/use-text.ts';
import { type ChosenPack, readChosen, type Unfit } from './pack-file.ts';

interface ChoosePackProps {
  /** The name of the one that is chosen. */
  readonly chosen: string | undefined;
  /** Undefined where what was chosen cannot be sent; that is said here. */
  readonly onChoose: (file: ChosenPack | undefined) => void;
}

/** A file is chosen by a click or by Enter, or dropped; another may be chosen at any time. */
export function ChoosePack({ chosen, onChoose }: ChoosePackProps): ReactNode {
  const say = useText(packsText);
  const [unfit, setUnfit] = useState<Unfit>();
  const choose = async (file: File): Promise<void> => {
    const read = await readChosen(file);
    setUnfit(typeof read === 'string' ? read : undefined);
    onChoose(typeof read === 'string' ? undefined : read);
  };
  return (
    <>
      <Upload.Dragger
        // Of what is dropped none is left out in silence: what is no such file is said to be none.
        accept={{ format: '.json', filter: 'native' }}
        showUploadList={false}
        beforeUpload={(file) => {
          void choose(file);
          return false;
        }}
      >
        <FileTextOutlined className="drop-icon" aria-hidden />
        <span className="drop-name">{chosen ?? say('file.choose')}</span>
        <span className="means">{say(chosen === undefined ? 'file.bounds' : 'file.another')}</span>
      </Upload.Dragger>
      {unfit === undefined ? null : <Alert type="error" showIcon title={say(`file.unfit.${unfit}`)} />}
    </>
  );
}
