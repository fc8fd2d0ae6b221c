import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Form, Input, QRCode } from 'antd';
import type { ReactNode } from 'react';
import { useApi } from '../../api.ts';
import { factorText } from '../../i18n/factor.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loading } from '../../layout/loading.tsx';
import { ProblemAlert } from '../problem-alert.tsx';

interface Begun {
  /** Base32. */
  readonly secret: string;
  readonly url: string;
}

/** Shows the secret for the person's device, and takes the first code of it. */
export function SetUpFactor({ onDone }: { onDone: (recoveryCodes: readonly string[]) => void }): ReactNode {
  const say = useText(factorText);
  const api = useApi();
  // A secret is made each time that this is opened, and kept nowhere in the page afterwards.
  const begun = useQuery({
    queryKey: ['totp'],
    queryFn: () => api.send<Begun>('POST', '/v1/me/totp'),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });
  const confirming = useMutation({
    mutationFn: ({ code }: { code: string }) =>
      api.send<{ recoveryCodes: readonly string[] }>('POST', '/v1/me/totp/confirm', { code: code.replace(/\s/g, '') }),
    onSuccess: ({ recoveryCodes }) => onDone(recoveryCodes),
  });
  if (begun.isPending) return <Loading />;
  if (begun.isError) return <ProblemAlert error={begun.error} />;
  const { secret, url } = begun.data;
  return (
    <Form<{ code: string }>
      name="factor"
      className="factor"
      layout="vertical"
      onFinish={(given) => confirming.mutate(given)}
    >
      <p>{say('scan')}</p>
      <p className="soft">{say('apps')}</p>
      <QRCode type="svg" value={url} size={200} color="#000000" bgColor="#ffffff" role="img" aria-label={say('qr')} />
      <p className="soft">{say('byHand')}</p>
      <p>
        <code>{secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
      <ProblemAlert error={confirming.error} />
      <Form.Item
        name="code"
        label={say('code')}
        validateTrigger="onSubmit"
        rules={[{ required: true, pattern: /^\s*(?:\d\s*){6}$/, message: say('code.wrongForm') }]}
      >
        <Input className="digits" inputMode="numeric" autoComplete="one-time-code" maxLength={12} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={confirming.isPending}>
        {say('confirm')}
      </Button>
    </Form>
  );
}
