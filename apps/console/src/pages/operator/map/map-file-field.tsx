import { FileTextOutlined } from '@ant-design/icons';
import { type CheckedMap, MAP_BYTES_MAX } from '@suyuan/api/maps';
import { useMutation } from '@tanstack/react-query';
import { Alert, Spin, Upload } from 'antd';
import { type ReactNode, useState } from 'react';
import { useApi } from '../../../api.ts';
import { mapText } from '../../../i18n/map.ts';
import { useText } from '../../../i18n/use-text.ts';
import { MapFaults } from './map-faults.tsx';
import { MapPreview } from './map-preview.tsx';
import { CHECK_MAP_PATH } from './path.ts';

interface MapFileFieldProps {
  /** What is sent, by the form: none until a file was found to be in order. */
  readonly onChange?: (svg: string | undefined) => void;
}

type Unfit = 'other' | 'large' | 'unread';

/** A file is chosen or dropped, and checked at once; it is seen, or what is to be mended in it. */
export function MapFileField({ onChange }: MapFileFieldProps): ReactNode {
  const say = useText(mapText);
  const api = useApi();
  const [name, setName] = useState<string>();
  const [unfit, setUnfit] = useState<Unfit>();
  const checking = useMutation({
    mutationFn: (svg: string) => api.send<CheckedMap>('POST', CHECK_MAP_PATH, { svg }),
    onSuccess: (_, svg) => onChange?.(svg),
  });
  const choose = async (file: File): Promise<void> => {
    onChange?.(undefined);
    checking.reset();
    const read = await readChosen(file);
    setName(file.name);
    setUnfit('unfit' in read ? read.unfit : undefined);
    if ('svg' in read) checking.mutate(read.svg);
  };
  return (
    <div className="dialog-body">
      <Upload.Dragger
        // Of what is dropped none is left out in silence: what is no such file is said to be none.
        accept={{ format: '.svg', filter: 'native' }}
        showUploadList={false}
        beforeUpload={(file) => {
          void choose(file);
          return false;
        }}
      >
        <FileTextOutlined className="drop-icon" aria-hidden />
        <span className="drop-name">{name ?? say('file.choose')}</span>
        <span className="means">{say(name === undefined ? 'file.bounds' : 'file.another')}</span>
      </Upload.Dragger>
      {unfit === undefined ? null : <Alert type="error" showIcon title={say(`file.unfit.${unfit}`)} />}
      <div role="status" className="outcome">
        {checking.isPending ? (
          <p className="soft">
            <Spin size="small" aria-hidden /> {say('checking')}
          </p>
        ) : null}
        {checking.data === undefined ? null : <p>{say('checked')}</p>}
      </div>
      <MapFaults error={checking.error} />
      {checking.data === undefined ? null : <MapPreview drawing={checking.data.drawing} />}
    </div>
  );
}

async function readChosen(file: File): Promise<{ readonly svg: string } | { readonly unfit: Unfit }> {
  if (!/\.svg$/i.test(file.name)) return { unfit: 'other' };
  if (file.size > MAP_BYTES_MAX) return { unfit: 'large' };
  // Changed since, moved away, or held by another program: the browser says no more.
  const svg = await file.text().catch(() => undefined);
  return svg === undefined ? { unfit: 'unread' } : { svg };
}
