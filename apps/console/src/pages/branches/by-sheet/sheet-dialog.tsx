import type { BranchSheetBody } from '@suyuan/api';
import { Alert, Modal, Spin } from 'antd';
import { type ReactNode, useState } from 'react';
import { ApiProblem } from '../../../api.ts';
import { branchesText } from '../../../i18n/branches.ts';
import { manageText } from '../../../i18n/manage.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useReturnFocus } from '../../../manage/use-return-focus.ts';
import { ProblemAlert } from '../../problem-alert.tsx';
import { Checked } from './checked.tsx';
import { ChooseFile } from './choose-file.tsx';
import type { ChosenFile } from './sheet-file.ts';
import { TemplateButton } from './template-button.tsx';
import { useSheet } from './use-sheet.ts';

interface SheetDialogProps {
  readonly onDone: (made: BranchSheetBody) => void;
  readonly onClose: () => void;
}

/** The template, the file that was filled in, and what a look at it found; then it is added as a whole. */
export function SheetDialog({ onDone, onClose }: SheetDialogProps): ReactNode {
  const say = useText(branchesText);
  const sayAll = useText(manageText);
  const [file, setFile] = useState<ChosenFile>();
  const { check, add } = useSheet();
  useReturnFocus();
  const choose = (chosen: ChosenFile | undefined): void => {
    setFile(chosen);
    add.reset();
    check.reset();
    if (chosen !== undefined) check.mutate(chosen);
  };
  const { data: outcome } = check;
  const isClean = outcome !== undefined && outcome.findingCount === 0 && outcome.wanted.branches > 0;
  const isUnanswered = add.error instanceof ApiProblem && add.error.status === 0;
  return (
    <Modal
      open
      width={640}
      title={say('sheet.title')}
      okText={say('sheet.add')}
      cancelText={sayAll('cancel')}
      okButtonProps={{ loading: add.isPending }}
      // While it is added nothing closes: the links come with the answer, this once.
      cancelButtonProps={{ disabled: add.isPending }}
      closable={!add.isPending}
      keyboard={!add.isPending}
      mask={{ closable: false }}
      onOk={() => file !== undefined && add.mutate(file, { onSuccess: onDone })}
      onCancel={onClose}
      footer={(_, { OkBtn, CancelBtn }) => (
        <>
          <CancelBtn />
          {isClean ? <OkBtn /> : null}
        </>
      )}
    >
      <div className="dialog-body">
        <h3 className="step">{say('sheet.step.fill')}</h3>
        <TemplateButton />
        <h3 className="step">{say('sheet.step.choose')}</h3>
        {add.isPending ? null : <ChooseFile chosen={file?.name} onChoose={choose} />}
        <div role="status" className="outcome">
          {check.isPending || add.isPending ? (
            <p className="soft">
              <Spin size="small" aria-hidden /> {say(add.isPending ? 'sheet.adding' : 'sheet.checking')}
            </p>
          ) : null}
          {outcome === undefined || add.isPending ? null : <Checked outcome={outcome} />}
        </div>
        <ProblemAlert error={check.error ?? add.error} />
        {isUnanswered ? <Alert type="warning" showIcon title={say('sheet.unanswered')} /> : null}
      </div>
    </Modal>
  );
}
