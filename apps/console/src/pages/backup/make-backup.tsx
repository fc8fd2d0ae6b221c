import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Space } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { useApi } from '../../api.ts';
import { backupText } from '../../i18n/backup.ts';
import { useText } from '../../i18n/use-text.ts';
import { keepFile } from '../../manage/keep-file.ts';
import { ProblemAlert } from '../problem-alert.tsx';
import { sizeText } from './size-text.ts';
import { BACKUP_PATH } from './use-backup.ts';

interface Given {
  readonly passphrase: string;
  readonly again: string;
}

const LENGTH_MIN = 8;

/** A passphrase, twice; then how much has come, and what was saved. */
export function MakeBackup(): ReactNode {
  const say = useText(backupText);
  const api = useApi();
  const queries = useQueryClient();
  const [form] = Form.useForm<Given>();
  const [received, setReceived] = useState(0);
  const stopping = useRef<AbortController>(undefined);
  const making = useMutation({
    mutationFn: async ({ passphrase }: Given) => {
      setReceived(0);
      stopping.current = new AbortController();
      const { signal } = stopping.current;
      const made = await api.download(BACKUP_PATH, { passphrase }, { signal, onBytes: setReceived });
      keepFile(made.name, made.file);
      return { name: made.name, size: made.file.size };
    },
    onSuccess: () => form.resetFields(),
    // The server has noted it by the time that all of it is here.
    onSettled: () => void queries.invalidateQueries({ queryKey: [BACKUP_PATH] }),
  });
  const isStopped = stopping.current?.signal.aborted === true;
  return (
    <Form<Given> form={form} className="narrow-form" layout="vertical" onFinish={(given) => making.mutate(given)}>
      <ProblemAlert error={isStopped ? null : making.error} />
      {making.data === undefined ? null : (
        <Alert
          type="success"
          showIcon
          title={say('made', { name: making.data.name, size: sizeText(making.data.size) })}
          description={say('made.what')}
        />
      )}
      <Form.Item
        name="passphrase"
        label={say('passphrase')}
        extra={say('passphrase.help')}
        validateTrigger="onSubmit"
        rules={[{ required: true, min: LENGTH_MIN, message: say('passphrase.short') }]}
      >
        <Input.Password autoComplete="new-password" maxLength={1000} />
      </Form.Item>
      <Form.Item
        name="again"
        label={say('again')}
        dependencies={['passphrase']}
        validateTrigger="onSubmit"
        rules={[
          {
            validator: async (_rule, again: unknown) => {
              if ((again ?? '') !== (form.getFieldValue('passphrase') ?? '')) throw new Error(say('again.differs'));
            },
          },
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={1000} />
      </Form.Item>
      <Space>
        <Button type="primary" htmlType="submit" loading={making.isPending}>
          {say('make')}
        </Button>
        {making.isPending ? <Button onClick={() => stopping.current?.abort()}>{say('stop')}</Button> : null}
      </Space>
      <p role="status" className="soft">
        {making.isPending ? say('making', { size: sizeText(received) }) : ''}
      </p>
    </Form>
  );
}
