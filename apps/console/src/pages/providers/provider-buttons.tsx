import { SafetyCertificateOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { ProblemAlert } from '../problem-alert.tsx';
import type { Departure, Provider } from './use-providers.ts';

interface ProviderButtonsProps {
  readonly providers: readonly Provider[];
  readonly label: (name: string) => string;
  readonly onBegin: (providerId: string) => Promise<Departure>;
  /** Stands above the buttons, where there are any. */
  readonly lead?: string;
}

/** A button for each provider, that leaves for it. */
export function ProviderButtons({ providers, label, onBegin, lead }: ProviderButtonsProps): ReactNode {
  const leaving = useMutation({ mutationFn: onBegin, onSuccess: ({ url }) => location.assign(url) });
  if (providers.length === 0) return null;
  return (
    <div className="providers">
      {lead === undefined ? null : <p className="soft">{lead}</p>}
      <ProblemAlert error={leaving.error} />
      {providers.map(({ id, name }) => (
        <Button
          key={id}
          icon={<SafetyCertificateOutlined aria-hidden />}
          loading={leaving.isPending && leaving.variables === id}
          onClick={() => leaving.mutate(id)}
        >
          {label(name)}
        </Button>
      ))}
    </div>
  );
}
