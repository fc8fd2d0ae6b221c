import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { traceText } from '../../i18n/trace.ts';
import { useText } from '../../i18n/use-text.ts';
import { OnlyFor } from '../../manage/only-for.tsx';
import { PageHead } from '../../manage/page-head.tsx';
import { ScannedItem } from '../../scan/scanned-item.tsx';
import './trace.css';
import { Traced } from './traced.tsx';

const CODE_LENGTH_MAX = 2000;

/** The chain of a code as one's own organisation is told it; `?code=` names the code. */
export function TracePage(): ReactNode {
  const say = useText(traceText);
  const [search, setSearch] = useSearchParams();
  const code = search.get('code') ?? '';
  return (
    <OnlyFor right="trace">
      <PageHead title={say('title')} lead={say('lead')} />
      <section className="section" aria-label={say('find')}>
        <Form<{ readonly code: string }>
          // Another address of the same page brings its own code.
          key={code}
          className="narrow-form"
          layout="vertical"
          initialValues={{ code }}
          onFinish={(given) => setSearch({ code: given.code.trim() })}
        >
          <ScannedItem name="code" label={say('code')} extra={say('code.help')} missing={say('code.missing')}>
            <Input maxLength={CODE_LENGTH_MAX} autoComplete="off" spellCheck={false} />
          </ScannedItem>
          <Button type="primary" htmlType="submit">
            {say('find')}
          </Button>
        </Form>
      </section>
      {code === '' ? null : <Traced key={code} code={code} />}
    </OnlyFor>
  );
}
