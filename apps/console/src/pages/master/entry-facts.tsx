import type { EntryBody } from '@suyuan/api';
import { Fragment, type ReactNode } from 'react';
import { Link } from 'react-router';
import { masterText } from '../../i18n/master.ts';
import { useText } from '../../i18n/use-text.ts';
import { entryPage } from './path.ts';
import { useWords } from './use-words.ts';
import { valueText } from './value-text.ts';

/** Code, attributes and parts, as they are said now. */
export function EntryFacts({ entry: { code, attributes, parts } }: { entry: EntryBody }): ReactNode {
  const say = useText(masterText);
  const words = useWords();
  return (
    <dl className="facts">
      <dt>{say('code')}</dt>
      <dd>
        <code className="code">{code}</code>
      </dd>
      {words.inOrder(Object.keys(attributes)).map((name) => (
        <Fragment key={name}>
          <dt className="code">{words.ofAttribute(name)}</dt>
          <dd className="code">{valueText(attributes[name])}</dd>
        </Fragment>
      ))}
      {parts.length === 0 ? null : (
        <>
          <dt>{say('parts')}</dt>
          <dd>
            <ul className="plain-list">
              {parts.map((part) => (
                <li key={part}>
                  <Link className="code" to={entryPage(part)}>
                    {words.ofCode(part)}
                  </Link>
                </li>
              ))}
            </ul>
          </dd>
        </>
      )}
    </dl>
  );
}
