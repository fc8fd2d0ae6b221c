import { FileExcelOutlined } from '@ant-design/icons';
import { Alert, Upload } from 'antd';
import { type ReactNode, useState } from 'react';
import { branchesText } from '../../../i18n/branches.ts';
import { useText } from '../../../i18n/use-text.ts';
import { type ChosenFile, ROWS_MAX, readChosen, type Unfit } from './sheet-file.ts';

interface ChooseFileProps {
  /** The name of the one that is chosen. */
  readonly chosen: string | undefined;
  /** Undefined where what was chosen cannot be sent; that is said here. */
  readonly onChoose: (file: ChosenFile | undefined) => void;
}

/** A file is chosen by a click or by Enter, or dropped; another may be chosen at any time. */
export function ChooseFile({ chosen, onChoose }: ChooseFileProps): ReactNode {
  const say = useText(branchesText);
  const [unfit, setUnfit] = useState<Unfit>();
  const choose = async (file: File): Promise<void> => {
    const read = await readChosen(file);
    setUnfit(typeof read === 'string' ? read : undefined);
    onChoose(typeof read === 'string' ? undefined : read);
  };
  return (
    <>
      <Upload.Dragger
        // Of what is dropped none is left out in silence: what is no workbook is said to be none.
        accept={{ format: '.xlsx', filter: 'native' }}
        showUploadList={false}
        beforeUpload={(file) => {
          void choose(file);
          return false;
        }}
      >
        <FileExcelOutlined className="drop-icon" aria-hidden />
        <span className="drop-name">{chosen ?? say('sheet.choose')}</span>
        <span className="means">
          {chosen === undefined ? say('sheet.bounds', { rows: ROWS_MAX.toLocaleString('en') }) : say('sheet.another')}
        </span>
      </Upload.Dragger>
      {unfit === undefined ? null : <Alert type="error" showIcon title={say(`sheet.unfit.${unfit}`)} />}
    </>
  );
}
