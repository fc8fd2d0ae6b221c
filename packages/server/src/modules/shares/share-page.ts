/** Shapes what a link tells for the drawn page. Pure. */
import type { TraceEventRow } from '@suyuan/api';
import type { SharedGoods, SharedStep, SharePage } from '@suyuan/api/public-page';
import { withoutPersonalNumbers } from '@suyuan/codes';
import { epochMs, termLabel } from '@suyuan/epcis';
import { partyModel } from '../publicwindow/index.ts';
import { displayName, type RegistryEntry } from '../registry/index.ts';
import type { ToldShared } from './ask-shared.ts';
import type { FoundShare } from './store.ts';

/** Steps on one page: more than a person reads; the rest are counted. */
const STEPS_MAX = 400;

export interface SharePageOf extends Pick<SharePage, 'lang' | 'query'> {
  readonly share: FoundShare;
  readonly told: ToldShared;
  readonly askedAt: Date;
}

export function sharePage({ share, told, askedAt, ...request }: SharePageOf): SharePage {
  const { trace, event, known } = told;
  const rows = event === undefined ? trace.events : [event];
  const cut = Math.max(0, rows.length - STEPS_MAX);
  return {
    kind: 'share',
    ...request,
    sharedBy: { name: share.orgName ?? share.orgCode ?? '' },
    until: share.validUntil.getTime(),
    askedAt: askedAt.getTime(),
    isOneEvent: event !== undefined,
    goods: goodsOf(told),
    steps: rows.slice(0, STEPS_MAX).map((row) => stepOf(row, known)),
    ...(cut === 0 ? {} : { cut }),
    ...(trace.completeness.complete ? {} : { isPart: true }),
  };
}

function goodsOf({ trace, known }: ToldShared): SharedGoods[] {
  const products = new Map(trace.units.map(({ code, product }) => [code, product]));
  return trace.start.map((code) => {
    const name = displayName(known.get(products.get(code) ?? code) ?? known.get(code));
    return { code: withoutPersonalNumbers(code), ...(name === undefined ? {} : { name }) };
  });
}

function stepOf(row: TraceEventRow, known: ReadonlyMap<string, RegistryEntry>): SharedStep {
  const { eventTime, bizStep, disposition, type, hidden, party } = row;
  const place = row.bizLocation ?? row.readPoint;
  const name = place === undefined ? undefined : displayName(known.get(place));
  // A hidden step may be any; what is open of it says what kind of record it is.
  const isStepTold = bizStep !== undefined || disposition !== undefined || hidden?.includes('step') !== true;
  return {
    ...(eventTime === undefined ? {} : { time: epochMs(eventTime) }),
    ...(isStepTold ? { step: termLabel(bizStep ?? disposition ?? type) } : {}),
    ...(place === undefined
      ? {}
      : { place: { code: withoutPersonalNumbers(place), ...(name === undefined ? {} : { name }) } }),
    ...(party === undefined ? {} : { party: { ...partyModel(party, known), code: withoutPersonalNumbers(party) } }),
    isHidden: hidden !== undefined,
    isVerified: row.verified === true,
    ...(row.declaredInError === true ? { declaredInError: true } : {}),
    ...(row.disputed === true ? { disputed: true } : {}),
  };
}
