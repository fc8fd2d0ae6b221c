import { UNKNOWN_KINDS } from '@suyuan/api';
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { masterText } from '../../../i18n/master.ts';
import { unknownCodesText } from '../../../i18n/unknown-codes.ts';
import { useText } from '../../../i18n/use-text.ts';
import { OnlyFor } from '../../../manage/only-for.tsx';
import { PageHead } from '../../../manage/page-head.tsx';
import { useMay } from '../../../manage/use-may.ts';
import { useWords } from '../use-words.ts';
import { FileToFill } from './file-to-fill.tsx';
import { LookedAt } from './looked-at.tsx';
import { UnknownList } from './unknown-list.tsx';

/** What records name and nothing is said of, one by one or as a file to fill in. The address keeps `?kind=`. */
export function UnknownCodesPage(): ReactNode {
  const say = useText(unknownCodesText);
  const sayMaster = useText(masterText);
  const words = useWords();
  const maySay = useMay('capture');
  const [search, setSearch] = useSearchParams();
  const kind = UNKNOWN_KINDS.find((each) => each === search.get('kind'));
  const kinds = UNKNOWN_KINDS.map((value) => ({ value: String(value), label: words.ofKind(value) }));
  return (
    <OnlyFor right="query">
      <p className="back">
        <Link to="/master-data">{sayMaster('back')}</Link>
      </p>
      <PageHead title={say('title')} lead={say('lead')} />
      <section className="section" aria-label={say('title')}>
        <div className="filters">
          <Select
            aria-label={say('kind')}
            value={kind ?? ''}
            options={[{ value: '', label: sayMaster('kind.all') }, ...kinds]}
            onChange={(wanted) => setSearch(wanted === '' ? {} : { kind: wanted }, { replace: true })}
            popupMatchSelectWidth={false}
          />
          {maySay && kind !== undefined ? <FileToFill key={kind} kind={kind} /> : null}
        </div>
        {maySay ? <p className="soft">{say('file.how')}</p> : null}
        <UnknownList kind={kind} />
        <LookedAt />
      </section>
    </OnlyFor>
  );
}
