import type { SupervisedBody } from '@suyuan/api';
import { CONFIDENTIAL_ABOUT_MAX } from '@suyuan/api/disclosure';
import { Form, Radio, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { readingsText } from '../../i18n/readings.ts';
import { useText } from '../../i18n/use-text.ts';
import { useFound } from '../../manage/use-found.ts';
import { SUPERVISED_PATH } from '../supervision/path.ts';

const ABOUT = ['some', 'all'] as const;

export interface GivenAbout {
  readonly about: (typeof ABOUT)[number];
  /** IDs of organisations, and what they are called here. */
  readonly who?: readonly { readonly value: string }[];
}

/** About whom a case is: organisations of the jurisdiction, or everybody. */
export function AboutField(): ReactNode {
  const say = useText(readingsText);
  const about = Form.useWatch<GivenAbout['about'] | undefined>('about');
  const options = ABOUT.map((value) => ({
    value,
    label: (
      <>
        {say(`about.${value}`)}
        <span className="means">{say(`about.${value}.means`)}</span>
      </>
    ),
  }));
  return (
    <>
      <Form.Item name="about" label={say('about')}>
        <Radio.Group className="choices" options={options} />
      </Form.Item>
      {about === 'some' ? <WhoField /> : null}
    </>
  );
}

interface Answer {
  readonly organisations: readonly SupervisedBody[];
  readonly next?: string;
}

function WhoField(): ReactNode {
  const say = useText(readingsText);
  const [sought, setSought] = useState('');
  const { query } = useFound({
    path: SUPERVISED_PATH,
    wanted: { q: sought },
    pageOf: ({ organisations, next }: Answer) => ({ rows: organisations, next }),
  });
  const most = { count: CONFIDENTIAL_ABOUT_MAX };
  return (
    <Form.Item
      name="who"
      label={say('who')}
      extra={say('who.help', most)}
      rules={[
        { required: true, type: 'array', min: 1, max: CONFIDENTIAL_ABOUT_MAX, message: say('who.missing', most) },
      ]}
    >
      <Select
        mode="multiple"
        labelInValue
        showSearch={{ filterOption: false, onSearch: setSought }}
        loading={query.data === undefined && !query.isError}
        notFoundContent={say(query.isError ? 'who.failed' : 'who.notFound')}
        options={(query.data ?? []).map(({ id, name, code }) => ({ value: id, label: name ?? code ?? id }))}
      />
    </Form.Item>
  );
}
