import { Form, Radio } from 'antd';
import type { ReactNode } from 'react';
import { exportsText } from '../../i18n/exports.ts';
import { useText } from '../../i18n/use-text.ts';
import { Section } from '../../manage/section.tsx';
import { LANGUAGE_TAGS } from '../../settings/language.ts';
import { useSettings } from '../../settings/use-settings.ts';
import { EXPORT_FORMATS, EXPORT_KINDS, EXPORT_NAMES, type ExportWanted, wantedOf } from './kinds.ts';

interface WantedFormProps {
  readonly wanted: ExportWanted;
  readonly onChange: (wanted: ExportWanted) => void;
}

/** What is exported, as what, and in files of which size; the list of files follows at once. */
export function WantedForm({ wanted, onChange }: WantedFormProps): ReactNode {
  const say = useText(exportsText);
  const [{ language }] = useSettings();
  const [form] = Form.useForm<ExportWanted>();
  const kinds = EXPORT_NAMES.map((value) => ({
    value,
    label: <Choice name={say(`kind.${value}`)} means={say(`kind.${value}.means`)} />,
  }));
  const formats = EXPORT_FORMATS.map((value) => ({
    value,
    label: <Choice name={say(`format.${value}`)} means={say(`format.${value}.means`)} />,
  }));
  const counts = EXPORT_KINDS[wanted.kind].counts.map((value) => ({
    value,
    label: value.toLocaleString(LANGUAGE_TAGS[language]),
  }));
  const change = (_: Partial<ExportWanted>, given: ExportWanted): void => {
    const next = given.kind === wanted.kind ? given : wantedOf(given.kind, given.format);
    form.setFieldsValue(next);
    onChange(next);
  };
  return (
    <Section title={say('wanted')}>
      <Form<ExportWanted> form={form} layout="vertical" initialValues={wanted} onValuesChange={change}>
        <Form.Item name="kind" label={say('kind')}>
          <Radio.Group className="choices" options={kinds} />
        </Form.Item>
        <Form.Item name="format" label={say('format')}>
          <Radio.Group className="choices" options={formats} />
        </Form.Item>
        <Form.Item name="count" label={say(`count.${wanted.kind}`)} extra={say('count.help')}>
          <Radio.Group options={counts} />
        </Form.Item>
      </Form>
    </Section>
  );
}

function Choice({ name, means }: { name: string; means: string }): ReactNode {
  return (
    <>
      {name}
      <span className="means">{means}</span>
    </>
  );
}
