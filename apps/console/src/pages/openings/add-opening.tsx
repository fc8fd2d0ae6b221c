import type { OpeningsBody } from '@suyuan/api';
import { ELEMENT_NAMES, MASTER_ELEMENT_NAMES } from '@suyuan/api/disclosure';
import { useQueryClient } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import type { ReactNode } from 'react';
import { useApi } from '../../api.ts';
import { openingsText } from '../../i18n/openings.ts';
import { useText } from '../../i18n/use-text.ts';
import { FormDialog } from '../../manage/form-dialog.tsx';
import { TextField } from '../../manage/text-field.tsx';
import { type Opened, useElementName } from '../../manage/use-element-name.ts';
import { useReadCode } from '../../manage/use-read-code.ts';
import { AudienceField } from './audience-field.tsx';
import { type GivenOpening, openingOf } from './given-opening.ts';
import { OPENINGS_PATH } from './path.ts';
import { ProductField } from './product-field.tsx';
import { WhatOpens } from './what-opens.tsx';

/** Opens one element, or all of them, further; says what that means before it is done. */
export function AddOpening({ onClose }: { onClose: () => void }): ReactNode {
  const say = useText(openingsText);
  const api = useApi();
  const queries = useQueryClient();
  const nameOf = useElementName();
  const read = useReadCode();
  const optionOf = (value: Opened): { value: Opened; label: string } => ({ value, label: nameOf(value) });
  const send = async (given: GivenOpening): Promise<OpeningsBody> => {
    const code = given.product.trim();
    const product = code === '' ? null : (await read(code)).canonical;
    return api.send<OpeningsBody>('POST', OPENINGS_PATH, openingOf(given, product));
  };
  const onDone = ({ openings }: OpeningsBody): void => {
    queries.setQueryData([OPENINGS_PATH], openings);
    onClose();
  };
  return (
    <FormDialog<GivenOpening, OpeningsBody>
      title={say('add')}
      doing={say('add.do')}
      initial={{ product: '', fromDay: '', untilDay: '', note: '' }}
      onSend={send}
      onDone={onDone}
      onClose={onClose}
    >
      <Form.Item name="element" label={say('element')} rules={[{ required: true, message: say('element.missing') }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          virtual={false}
          options={[
            { value: '*', label: nameOf('*') },
            { label: say('elements.event'), options: ELEMENT_NAMES.map(optionOf) },
            { label: say('elements.master'), options: MASTER_ELEMENT_NAMES.map(optionOf) },
          ]}
        />
      </Form.Item>
      <AudienceField />
      <ProductField />
      <TextField name="fromDay" label={say('fromDay')} help={say('fromDay.help')} maxLength={10} kind="day" />
      <TextField name="untilDay" label={say('untilDay')} help={say('untilDay.help')} maxLength={10} kind="day" />
      <TextField name="note" label={say('note')} help={say('note.help')} maxLength={200} />
      <WhatOpens />
    </FormDialog>
  );
}
