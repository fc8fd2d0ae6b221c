import type { Arrival, SheetWhole, StageFormBody } from '@suyuan/api';
import type { Order } from '@suyuan/api/orders';
import { useSearchParams } from 'react-router';
import { useLine } from '../../offline/use-line.ts';
import { useSettings } from '../../settings/use-settings.ts';
import { useOrder } from '../orders/use-orders.ts';
import { emptySheet, type GivenSheet, givenOf, goingOn, receiving, shippingFor } from './given-sheet.ts';
import { useArrival } from './use-arrivals.ts';
import { useSheet } from './use-sheet-of-id.ts';

interface Beginning {
  readonly saved: GivenSheet;
  readonly begun: GivenSheet;
}

/** With what a form begins: what was saved, or what arrived, or an order, or the goods of the step before, or nothing. */
export function useBeginning(known: SheetWhole | undefined): {
  readonly isPending: boolean;
  of(form: StageFormBody): Beginning;
} {
  const [{ language }] = useSettings();
  const [search] = useSearchParams();
  const { skewMs } = useLine();
  const arrival = useArrival(known === undefined ? search.get('arrival') : null);
  const goods = known === undefined ? search.get('goods') : null;
  const before = useSheet(goods ?? '', { isAsked: goods !== null });
  const ordered = known === undefined ? search.get('order') : null;
  const order = useOrder(ordered ?? '', { mayBeNew: true, isAsked: ordered !== null });
  return {
    isPending: arrival.isPending || (ordered !== null && order.isPending) || (goods !== null && before.isPending),
    of(form) {
      if (known !== undefined) {
        const saved = givenOf(form, known.name, known.content);
        return { saved, begun: saved };
      }
      const saved = emptySheet(form, form.name[language], Date.now() + skewMs);
      return {
        saved,
        begun: begunWith({
          ...{ form, empty: saved, arrival: arrival.found },
          ...{ before: before.data ?? undefined, order: order.data ?? undefined },
        }),
      };
    },
  };
}

interface Found {
  readonly form: StageFormBody;
  readonly empty: GivenSheet;
  readonly arrival: Arrival | undefined;
  readonly before: SheetWhole | undefined;
  readonly order: Order | undefined;
}

function begunWith({ form, empty, arrival, before, order }: Found): GivenSheet {
  if (order !== undefined) return shippingFor(empty, order);
  if (arrival !== undefined) return receiving(form, empty, arrival);
  return before === undefined ? empty : goingOn(form, empty, before.content);
}
