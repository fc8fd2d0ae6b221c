import type { Devices } from '@suyuan/api/devices';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useApi } from '../../api.ts';
import { manageText } from '../../i18n/manage.ts';
import { meText } from '../../i18n/me.ts';
import { useText } from '../../i18n/use-text.ts';
import { AskDialog } from '../../manage/ask-dialog.tsx';
import { Moment } from '../../manage/moment.tsx';
import { type Column, Records } from '../../manage/records.tsx';
import { Section } from '../../manage/section.tsx';
import { useDeviceName } from './use-device-name.ts';

const DEVICES_PATH = '/v1/me/devices';
type Device = Devices['devices'][number];

/** On which devices one signed what was recorded without a line; nothing where there is none. */
export function SigningDevices(): ReactNode {
  const say = useText(meText);
  const api = useApi();
  const queries = useQueryClient();
  const deviceName = useDeviceName();
  const { data } = useQuery({ queryKey: [DEVICES_PATH], queryFn: () => api.get<Devices>(DEVICES_PATH) });
  const [removed, setRemoved] = useState<Device>();
  const columns = useColumns(setRemoved);
  if (data === undefined || data.devices.length === 0) return null;
  const remove = async ({ id }: Device): Promise<void> => {
    await api.send('DELETE', `${DEVICES_PATH}/${id}`);
    void queries.invalidateQueries({ queryKey: [DEVICES_PATH] });
  };
  return (
    <Section title={say('devices')}>
      <p className="soft">{say('devices.lead')}</p>
      <Records
        caption={say('devices')}
        columns={columns}
        rows={data.devices}
        keyOf={({ id }) => id}
        empty={say('devices')}
      />
      {removed === undefined ? null : (
        <AskDialog
          title={say('device.removeOf', { device: deviceName(removed.agent) })}
          doing={say('device.remove')}
          onDo={() => remove(removed)}
          onClose={() => setRemoved(undefined)}
        >
          <p>{say('device.removeText')}</p>
        </AskDialog>
      )}
    </Section>
  );
}

function useColumns(onRemove: (device: Device) => void): readonly Column<Device>[] {
  const say = useText(meText);
  const sayAll = useText(manageText);
  const deviceName = useDeviceName();
  return [
    { label: say('device'), cell: ({ agent }) => <strong>{deviceName(agent)}</strong> },
    { label: say('device.known'), cell: ({ madeAt }) => <Moment at={madeAt} /> },
    {
      label: say('device.used'),
      cell: ({ usedAt }) => (usedAt === undefined ? sayAll('none') : <Moment at={usedAt} />),
    },
    {
      label: sayAll('actions'),
      cell: (device) => (
        <Button
          size="small"
          aria-label={say('device.removeOf', { device: deviceName(device.agent) })}
          onClick={() => onRemove(device)}
        >
          {say('device.remove')}
        </Button>
      ),
    },
  ];
}
