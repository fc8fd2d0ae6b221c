import { Form, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { draftsText } from '../../../i18n/drafts.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useProblemText } from '../../../problem-text.ts';
import { CODES_MAX, codeLines } from './read-lines.ts';
import { type ReadLine, useReadCodes } from './use-read-codes.ts';

/** Codes, one a line; each is told what it is once the field is left, and a wrong one says so with its line. */
export function CodesField(): ReactNode {
  const say = useText(draftsText);
  const problemText = useProblemText();
  const read = useReadCodes();
  const [told, setTold] = useState<readonly string[]>([]);
  const wrong = ({ line, code, reading, name, refusal }: ReadLine): readonly string[] => {
    if (reading.is === 'instance' || reading.is === 'class') return [];
    const why = reading.is === 'wrong' && refusal !== '' ? refusal : say(WHY[reading.is], { name });
    return [say('line.wrong', { line, code, why })];
  };
  const check = async (_rule: unknown, text = ''): Promise<void> => {
    setTold([]);
    const count = codeLines(text).length;
    if (count === 0) throw new Error(say('lines.missing'));
    if (count > CODES_MAX) throw new Error(say('lines.many', { most: CODES_MAX }));
    const lines = await read(text).catch((cause: Error) => {
      throw new Error(problemText(cause), { cause });
    });
    setTold(
      lines.flatMap((one) => (wrong(one).length > 0 ? [] : [say('line.ok', { line: one.line, name: one.name })])),
    );
    const faults = lines.flatMap(wrong);
    if (faults.length > 0) throw new Error(faults.join('\n'));
  };
  const help = told.length === 0 ? [say('lines.help')] : told;
  return (
    <Form.Item
      name="codes"
      label={say('lines')}
      className="by-line"
      extra={help.map((text) => (
        <span key={text} className="line">
          {text}
        </span>
      ))}
      validateTrigger="onBlur"
      rules={[{ validator: check }]}
    >
      <Input.TextArea rows={5} autoCapitalize="none" spellCheck={false} />
    </Form.Item>
  );
}

const WHY = { wrong: 'line.unknown', unknown: 'line.unknown', notGoods: 'line.notGoods' } as const;
