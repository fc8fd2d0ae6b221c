import { Form, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { openingsText } from '../../i18n/openings.ts';
import { useText } from '../../i18n/use-text.ts';
import { useReadCode } from '../../manage/use-read-code.ts';
import { useProblemText } from '../../problem-text.ts';
import { useSettings } from '../../settings/use-settings.ts';

/** The code of a product, told what it is once the field is left; a wrong one, or one of a single item or lot, is refused. */
export function ProductField(): ReactNode {
  const say = useText(openingsText);
  const problemText = useProblemText();
  const [{ language }] = useSettings();
  const read = useReadCode();
  const [told, setTold] = useState('');
  const check = async (_rule: unknown, text = ''): Promise<void> => {
    setTold('');
    const code = text.trim();
    if (code === '') return;
    const { names, wellFormed, refusal, name } = await read(code).catch((cause: Error) => {
      throw new Error(problemText(cause), { cause });
    });
    if (!wellFormed) throw new Error(refusal?.message[language] ?? say('product.unknown'));
    if (names !== 'class') throw new Error(say('product.other', { name: name[language] }));
    setTold(name[language]);
  };
  return (
    <Form.Item
      name="product"
      label={say('product')}
      extra={told === '' ? say('product.help') : told}
      validateTrigger="onBlur"
      rules={[{ validator: check }]}
    >
      <Input maxLength={500} autoComplete="off" autoCapitalize="none" spellCheck={false} />
    </Form.Item>
  );
}
