import { type Quota, unitWords } from '@suyuan/api';
import type { ReactNode } from 'react';
import { quotasText } from '../../../i18n/quotas.ts';
import { useText } from '../../../i18n/use-text.ts';
import type { Column } from '../../../manage/records.tsx';
import { useSettings } from '../../../settings/use-settings.ts';
import { useNumber } from '../balances/use-number.ts';
import { Day } from '../day.tsx';
import { UnitLink } from '../record-links.tsx';
import { QuotaTag } from './quota-tag.tsx';
import { UsedBar } from './used-bar.tsx';

/** Of quotas: of what and for when, how much is used and left, how it stands, and which document allots it. */
export function useQuotaColumns(): readonly Column<Quota>[] {
  const say = useText(quotasText);
  const [{ language }] = useSettings();
  const number = useNumber();
  const told = (amount: number, uom: string): string => `${number(amount)} ${unitWords(uom)[language]}`;
  return [
    { label: say('account'), cell: ({ name }) => <strong>{name[language]}</strong> },
    { label: say('product'), cell: (quota) => <Product quota={quota} /> },
    { label: say('days'), cell: (quota) => <Days quota={quota} /> },
    { label: say('amount'), isNumber: true, cell: ({ amount, uom }) => told(amount, uom) },
    {
      label: say('used'),
      isNumber: true,
      cell: (quota) => (
        <>
          {told(quota.used, quota.uom)}
          <UsedBar quota={quota} />
        </>
      ),
    },
    { label: say('left'), isNumber: true, cell: ({ left, uom }) => told(left, uom) },
    { label: say('state'), cell: ({ state }) => <QuotaTag state={state} /> },
    { label: say('basis'), cell: ({ basis }) => basis },
  ];
}

/** By its name, and by its code, with the way to its trace. */
function Product({ quota: { product, productName } }: { quota: Quota }): ReactNode {
  const say = useText(quotasText);
  const [{ language }] = useSettings();
  if (product === '') return say('product.all');
  if (productName === undefined) return <UnitLink unit={product} />;
  return (
    <>
      {productName[language]}
      <span className="means">
        <UnitLink unit={product} />
      </span>
    </>
  );
}

function Days({ quota: { from, until } }: { quota: Quota }): ReactNode {
  return (
    <span className="quota-days">
      <Day day={from} /> – <Day day={until} />
    </span>
  );
}
