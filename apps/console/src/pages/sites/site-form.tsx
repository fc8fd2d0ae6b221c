import type { SiteBody } from '@suyuan/api';
import { useQueryClient } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import type { ReactNode } from 'react';
import { useApi } from '../../api.ts';
import { manageText } from '../../i18n/manage.ts';
import { placesText } from '../../i18n/places.ts';
import { useText } from '../../i18n/use-text.ts';
import { FormDialog } from '../../manage/form-dialog.tsx';
import { textOrNull } from '../../manage/given-text.ts';
import { RegionField } from '../../manage/region-field.tsx';
import { TextField } from '../../manage/text-field.tsx';
import { SITES_KEY } from './queries.ts';

const KINDS = ['farm', 'factory', 'warehouse', 'shop', 'laboratory', 'office', 'equipment', 'other'] as const;

/** What the form holds: an empty text is none. */
interface Given extends Pick<SiteBody, 'kind'>, Readonly<Record<Text, string>> {}
type Text = 'name' | 'code' | 'region' | 'placeCode' | 'address' | 'boundary';

/** A new site, or one that is changed. */
export function SiteForm({ site, onClose }: { site?: SiteBody; onClose: () => void }): ReactNode {
  const say = useText(placesText);
  const sayAll = useText(manageText);
  const api = useApi();
  const queries = useQueryClient();
  const [method, path] =
    site === undefined ? (['POST', '/v1/sites'] as const) : (['PUT', `/v1/sites/${site.id}`] as const);
  const save = ({ name, kind, code, region, placeCode, address, boundary }: Given): Promise<SiteBody> =>
    api.send(method, path, {
      name: name.trim(),
      kind,
      code: textOrNull(code),
      region: textOrNull(region),
      placeCode: textOrNull(placeCode),
      address: textOrNull(address),
      boundary: textOrNull(boundary),
    });
  const onDone = (): void => {
    onClose();
    void queries.invalidateQueries({ queryKey: SITES_KEY });
  };
  return (
    <FormDialog<Given, SiteBody>
      title={site === undefined ? say('site.add') : say('site.change.of', { name: site.name })}
      doing={sayAll('save')}
      initial={{
        name: site?.name ?? '',
        kind: site?.kind ?? 'factory',
        code: site?.code ?? '',
        region: site?.region ?? '',
        placeCode: site?.placeCode ?? '',
        address: site?.address ?? '',
        boundary: site?.boundary ?? '',
      }}
      onSend={save}
      onDone={onDone}
      onClose={onClose}
    >
      <TextField name="name" label={say('name')} missing={say('name.missing')} maxLength={200} />
      <Form.Item name="kind" label={say('kind')}>
        <Select options={KINDS.map((value) => ({ value, label: say(`kind.${value}`) }))} />
      </Form.Item>
      <RegionField />
      <TextField name="address" label={say('address')} maxLength={500} />
      <TextField name="code" label={say('code')} help={say('code.help')} maxLength={200} />
      <TextField
        name="placeCode"
        label={say('placeCode')}
        help={say('placeCode.help')}
        maxLength={12}
        form={{ pattern: /^\s*\d{9}(\d{3})?\s*$/, message: say('placeCode.wrongForm') }}
      />
      <TextField name="boundary" label={say('boundary')} help={say('boundary.help')} maxLength={500} />
    </FormDialog>
  );
}
