import type { TwinBody } from '@suyuan/api/merges';
import { Checkbox, Radio } from 'antd';
import { Fragment, type ReactNode } from 'react';
import { Link } from 'react-router';
import { duplicatesText } from '../../../i18n/duplicates.ts';
import { masterText } from '../../../i18n/master.ts';
import { useText } from '../../../i18n/use-text.ts';
import { Moment } from '../../../manage/moment.tsx';
import { useSettings } from '../../../settings/use-settings.ts';
import { entryPage } from '../path.ts';
import { useWords } from '../use-words.ts';
import { valueText } from '../value-text.ts';

interface TwinProps {
  readonly entry: TwinBody;
  /** All of the group: what is not the same in each stands out. */
  readonly others: readonly TwinBody[];
  /** Its choices are one. */
  readonly group: string;
  readonly isFullest: boolean;
  readonly isKept?: boolean;
  /** Absent for whoever may not choose. */
  readonly onKeep?: () => void;
  readonly isMeant?: boolean;
  /** Absent where there is nothing to choose. */
  readonly onMeant?: () => void;
}

/** One entry of a group, with all that is said of it. */
export function Twin({ entry, others, ...choice }: TwinProps): ReactNode {
  const say = useText(masterText);
  const words = useWords();
  const [{ language }] = useSettings();
  const title = entry.name?.[language] ?? words.ofCode(entry.code);
  const facts = words
    .inOrder([...new Set(others.flatMap(({ attributes }) => Object.keys(attributes)))])
    .map((name) => ({
      label: words.ofAttribute(name),
      of: (twin: TwinBody) => (twin.attributes[name] === undefined ? '' : valueText(twin.attributes[name])),
    }));
  const numbers = {
    label: say('identifiers'),
    of: ({ identifiers }: TwinBody) =>
      identifiers.map(({ scheme, value }) => `${words.ofScheme(scheme)} ${value}`).join(say('comma')),
  };
  return (
    <article className={choice.isKept ? 'twin kept' : 'twin'}>
      <Link to={entryPage(entry.code)}>
        <strong>{title}</strong>
      </Link>
      <dl>
        <dt>{say('code')}</dt>
        <dd className="code">{words.ofCode(entry.code)}</dd>
        {[...facts, numbers].map(({ label, of }) => {
          const [own, isCommon] = [of(entry), others.every((twin) => of(twin) === of(entry))];
          if (own === '' && isCommon) return null;
          return (
            <Fragment key={label}>
              <dt>{label}</dt>
              <dd className="code">{isCommon ? own : <strong>{own === '' ? '—' : own}</strong>}</dd>
            </Fragment>
          );
        })}
        <dt>{say('at')}</dt>
        <dd>
          <Moment at={entry.at} />
        </dd>
      </dl>
      <TwinChoice title={title} {...choice} />
    </article>
  );
}

function TwinChoice({
  title,
  group,
  isFullest,
  isKept = false,
  onKeep,
  isMeant = true,
  onMeant,
}: Omit<TwinProps, 'entry' | 'others'> & { readonly title: string }): ReactNode {
  const say = useText(duplicatesText);
  return (
    <div className="twin-choice">
      {onKeep === undefined ? null : (
        <Radio name={group} checked={isKept} onChange={onKeep}>
          {say('keep')}
        </Radio>
      )}
      {onMeant === undefined ? null : (
        <Checkbox checked={isMeant} onChange={onMeant} aria-label={say('isOne.of', { name: title })}>
          {say('isOne')}
        </Checkbox>
      )}
      {isFullest ? <span className="soft">{say('most')}</span> : null}
    </div>
  );
}
