import type { LicenceBody } from '@suyuan/api';
import { useQueryClient } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import type { ReactNode } from 'react';
import { useApi } from '../../api.ts';
import { manageText } from '../../i18n/manage.ts';
import { placesText } from '../../i18n/places.ts';
import { useText } from '../../i18n/use-text.ts';
import { FormDialog } from '../../manage/form-dialog.tsx';
import { textOrNull } from '../../manage/given-text.ts';
import { useSchemes } from '../../manage/schemes.ts';
import { TextField } from '../../manage/text-field.tsx';
import { LICENCES_KEY, useSites } from './queries.ts';

/** What the form holds: an empty text is none, also of the site. */
interface Given extends Readonly<Record<Text, string>> {
  readonly scheme: string | undefined;
}
type Text = 'number' | 'scope' | 'issuer' | 'validFrom' | 'validUntil' | 'siteId';

/** A new licence, or one that is changed. */
export function LicenceForm({ licence, onClose }: { licence?: LicenceBody; onClose: () => void }): ReactNode {
  const say = useText(placesText);
  const sayAll = useText(manageText);
  const api = useApi();
  const queries = useQueryClient();
  const [method, path] =
    licence === undefined ? (['POST', '/v1/licences'] as const) : (['PUT', `/v1/licences/${licence.id}`] as const);
  const save = ({ scheme, number, ...texts }: Given): Promise<LicenceBody> =>
    api.send(method, path, {
      scheme,
      number: number.trim(),
      scope: textOrNull(texts.scope),
      issuer: textOrNull(texts.issuer),
      validFrom: textOrNull(texts.validFrom),
      validUntil: textOrNull(texts.validUntil),
      siteId: textOrNull(texts.siteId),
    });
  const onDone = (): void => {
    onClose();
    void queries.invalidateQueries({ queryKey: LICENCES_KEY });
  };
  return (
    <FormDialog<Given, LicenceBody>
      title={licence === undefined ? say('licence.add') : say('licence.change.of', { number: licence.number })}
      doing={sayAll('save')}
      initial={{
        scheme: licence?.scheme,
        number: licence?.number ?? '',
        scope: licence?.scope ?? '',
        issuer: licence?.issuer ?? '',
        validFrom: licence?.validFrom ?? '',
        validUntil: licence?.validUntil ?? '',
        siteId: licence?.siteId ?? '',
      }}
      onSend={save}
      onDone={onDone}
      onClose={onClose}
    >
      <LicenceFields />
    </FormDialog>
  );
}

function LicenceFields(): ReactNode {
  const say = useText(placesText);
  const schemes = useSchemes();
  const sites = (useSites().data ?? []).filter(({ closedAt }) => closedAt === null);
  return (
    <>
      <Form.Item name="scheme" label={say('scheme')} rules={[{ required: true, message: say('scheme.missing') }]}>
        <Select
          options={[...schemes.licences]}
          loading={schemes.isPending}
          showSearch={{ optionFilterProp: 'label' }}
        />
      </Form.Item>
      <TextField name="number" label={say('number')} missing={say('number.missing')} maxLength={200} />
      <TextField name="scope" label={say('scope')} maxLength={1000} kind="lines" />
      <TextField name="issuer" label={say('issuer')} maxLength={200} />
      <TextField name="validFrom" label={say('validFrom')} maxLength={10} kind="day" />
      <TextField name="validUntil" label={say('validUntil')} maxLength={10} kind="day" />
      <Form.Item name="siteId" label={say('site')}>
        <Select
          options={[
            { value: '', label: say('site.none') },
            ...sites.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </Form.Item>
    </>
  );
}
