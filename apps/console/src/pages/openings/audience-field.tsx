import type { PartnersBody } from '@suyuan/api';
import { LEVEL_TEXTS } from '@suyuan/api/disclosure';
import { Form, Radio, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { openingsText } from '../../i18n/openings.ts';
import { useText } from '../../i18n/use-text.ts';
import { useFound } from '../../manage/use-found.ts';
import { useSettings } from '../../settings/use-settings.ts';
import { PARTNERS_PATH } from '../partners/path.ts';
import { AUDIENCES, type Audience } from './given-opening.ts';

/** To whom: everybody of a level, or one agreed partner. */
export function AudienceField(): ReactNode {
  const say = useText(openingsText);
  const [{ language }] = useSettings();
  const to = Form.useWatch<Audience | undefined>('to');
  const options = AUDIENCES.map((value) => ({
    value,
    label: (
      <>
        {value === 'one' ? say('one') : LEVEL_TEXTS[value].name[language]}
        <span className="means">{say(`who.${value}`)}</span>
      </>
    ),
  }));
  return (
    <>
      <Form.Item name="to" label={say('to')} rules={[{ required: true, message: say('to.missing') }]}>
        <Radio.Group className="choices" options={options} />
      </Form.Item>
      {to === 'one' ? <PartnerField /> : null}
    </>
  );
}

function PartnerField(): ReactNode {
  const say = useText(openingsText);
  const [sought, setSought] = useState('');
  const { query } = useFound({
    path: PARTNERS_PATH,
    wanted: { state: 'accepted', q: sought },
    pageOf: ({ partners, next }: PartnersBody) => ({ rows: partners, next }),
  });
  const options = (query.data ?? []).map(({ other: { id, name, code } }) => ({ value: id, label: name ?? code ?? id }));
  return (
    <Form.Item
      name="partner"
      label={say('partner')}
      extra={say('partner.help')}
      rules={[{ required: true, message: say('partner.missing') }]}
    >
      <Select
        labelInValue
        showSearch={{ filterOption: false, onSearch: setSought }}
        loading={query.data === undefined && !query.isError}
        notFoundContent={say(query.isError ? 'partner.failed' : sought === '' ? 'partner.none' : 'partner.notFound')}
        options={options}
      />
    </Form.Item>
  );
}
