import type { OrderSummary } from '@suyuan/api/orders';
import { Link } from 'react-router';
import { ordersText } from '../../i18n/orders.ts';
import { useText } from '../../i18n/use-text.ts';
import type { Column } from '../../manage/records.tsx';
import { useSettings } from '../../settings/use-settings.ts';
import { useWords } from '../master/use-words.ts';
import { orderPage } from './path.ts';
import { StateTag } from './state-tag.tsx';
import { WantedDay } from './wanted-day.tsx';

/** What a list tells of each order. */
export function useOrderColumns(): readonly Column<OrderSummary>[] {
  const say = useText(ordersText);
  const words = useWords();
  const [{ language }] = useSettings();
  return [
    { label: say('number'), cell: ({ id, number }) => <Link to={orderPage(id)}>{number}</Link> },
    { label: say('buyer'), cell: ({ buyer, buyerName }) => buyerName?.[language] ?? words.ofCode(buyer) },
    { label: say('wantedOn'), cell: (order) => <WantedDay order={order} /> },
    { label: say('state'), cell: ({ state }) => <StateTag state={state} /> },
    {
      label: say('openCount'),
      cell: ({ openCount, lineCount }) =>
        openCount === 0 ? say('openCount.done') : say('openCount.of', { count: openCount, of: lineCount }),
    },
  ];
}
