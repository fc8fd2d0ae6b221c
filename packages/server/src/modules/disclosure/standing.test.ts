import type { EventFacts } from '@suyuan/epcis';
import { expect, test } from 'vitest';
import { type ChainEvent, type ChainShape, chainsOf, ranksOf, type Viewer } from './standing.ts';

const [MAKER, WHOLESALER, SHOP, STRANGER, REGULATOR] = [1, 2, 3, 4, 5];

/** Codes are the numbers of organisations as text; other codes are nobody's here. */
const whose = (code: string): number | undefined => (/^\d$/.test(code) ? Number(code) : undefined);

interface Drawn {
  readonly step?: string;
  readonly by: number;
  readonly of: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly inError?: boolean;
}

function eventOf(id: string, { by, of, from, to, step, inError = false }: Drawn): ChainEvent {
  const facts: EventFacts = {
    type: 'ObjectEvent',
    eventTimeMs: 0,
    eventTimeZoneOffset: '+08:00',
    units: of.map((code) => ({ code, role: 'object', isClass: false })),
    sources: from === undefined ? [] : [{ kind: 'possession', party: from }],
    destinations: to === undefined ? [] : [{ kind: 'possession', party: to }],
    bizTransactions: [],
    ...(step === undefined ? {} : { bizStep: `https://ref.gs1.org/cbv/BizStep-${step}` }),
  };
  return { id, facts, recordedBy: [by], declaredInError: inError, isDeclaration: false };
}

function shapeOf(drawn: Readonly<Record<string, Drawn>>, ties: ChainShape['ties'] = []): ChainShape {
  const events = Object.entries(drawn).map(([id, each]) => eventOf(id, each));
  const codes = new Set(Object.values(drawn).flatMap(({ of }) => of));
  return {
    units: new Map(
      [...codes].map((code) => [code, events.filter(({ facts }) => facts.units.some((u) => u.code === code))]),
    ),
    ties,
  };
}

const viewerOf = (orgNo: number, more: Partial<Viewer> = {}): Viewer => ({
  orgNo,
  partners: new Set(),
  supervised: new Set(),
  isRegulator: false,
  ...more,
});

function ranks(shape: ChainShape, viewer: Viewer): Record<string, number> {
  const found = ranksOf(shape, { chains: chainsOf(shape), viewer, whose });
  const ids = [...shape.units].flatMap(([, events]) => events.map(({ id }) => id));
  return Object.fromEntries(ids.map((id) => [id, found.get(id) ?? 0]));
}

const CAN: Readonly<Record<string, Drawn>> = {
  made: { by: MAKER, of: ['can'] },
  sent: { by: MAKER, of: ['can'], to: '2' },
  got: { by: WHOLESALER, of: ['can'] },
  stored: { by: WHOLESALER, of: ['can'] },
  sold: { by: WHOLESALER, of: ['can'], to: '3' },
  shelved: { by: SHOP, of: ['can'] },
};

test('one step up, one down: what one recorded itself, what names it, what is just before or after; else the chain', () => {
  const shape = shapeOf(CAN);
  expect(ranks(shape, viewerOf(MAKER))).toEqual({ made: 4, sent: 4, got: 3, stored: 2, sold: 2, shelved: 2 });
  expect(ranks(shape, viewerOf(WHOLESALER))).toEqual({ made: 2, sent: 3, got: 4, stored: 4, sold: 4, shelved: 3 });
  expect(ranks(shape, viewerOf(SHOP))).toEqual({ made: 2, sent: 2, got: 2, stored: 2, sold: 3, shelved: 4 });
  expect(ranks(shape, viewerOf(STRANGER))).toEqual({ made: 0, sent: 0, got: 0, stored: 0, sold: 0, shelved: 0 });
});

test('whoever records a step of goods that went to somebody else is no partner by that', () => {
  const shape = shapeOf({ ...CAN, pretended: { by: STRANGER, of: ['can'] } });
  // The last step is open: nobody was named.
  expect(ranks(shape, viewerOf(STRANGER))).toMatchObject({ sold: 2, shelved: 3 });
  const between = shapeOf({ sent: { by: MAKER, of: ['can'], to: '2' }, pretended: { by: STRANGER, of: ['can'] } });
  expect(ranks(between, viewerOf(STRANGER))).toMatchObject({ sent: 2 });
  const unknown = shapeOf({ sent: { by: MAKER, of: ['can'], to: 'x' }, pretended: { by: STRANGER, of: ['can'] } });
  expect(ranks(unknown, viewerOf(STRANGER))).toMatchObject({ sent: 2 });
  const untold = shapeOf({ sent: { by: MAKER, of: ['can'] }, pretended: { by: STRANGER, of: ['can'], from: '2' } });
  expect(ranks(untold, viewerOf(STRANGER))).toMatchObject({ sent: 2 });
});

test('what is in error ties nobody to anything', () => {
  const shape = shapeOf({
    sent: { by: MAKER, of: ['can'], to: '2', inError: true },
    got: { by: WHOLESALER, of: ['can'], inError: true },
  });
  expect(ranks(shape, viewerOf(WHOLESALER))).toEqual({ sent: 0, got: 4 });
});

test('agreed partners, and regulators of whoever recorded', () => {
  const shape = shapeOf(CAN);
  expect(ranks(shape, viewerOf(STRANGER, { partners: new Set([WHOLESALER]) }))).toMatchObject({ sent: 0, stored: 3 });
  const regulator = viewerOf(REGULATOR, { supervised: new Set([SHOP]), isRegulator: true });
  expect(ranks(shape, regulator)).toEqual({ made: 2, sent: 2, got: 2, stored: 2, sold: 2, shelved: 3 });
  expect(ranks(shape, viewerOf(REGULATOR, { isRegulator: true }))).toMatchObject({ made: 1, shelved: 1 });
});

test('codes that are asked for together are of one chain where something ties them, and not by the question', () => {
  const two: Readonly<Record<string, Drawn>> = { own: { by: SHOP, of: ['can'] }, other: { by: MAKER, of: ['jar'] } };
  expect(ranks(shapeOf(two), viewerOf(SHOP))).toEqual({ own: 4, other: 0 });
  expect(ranks(shapeOf(two, [{ from: 'jar', to: 'can' }]), viewerOf(SHOP))).toEqual({ own: 4, other: 2 });
});

test('of a lot, of which many have a part, only who hands over and who takes are partners', () => {
  const lot = 'https://id.gs1.org/01/06901234567892/10/L1';
  const shape = shapeOf({
    sent: { by: WHOLESALER, of: [lot], step: 'shipping' },
    got: { by: SHOP, of: [lot], step: 'receiving' },
    gotToo: { by: STRANGER, of: [lot], step: 'receiving' },
    sold: { by: SHOP, of: [lot], step: 'retail_selling' },
  });
  expect(ranks(shape, viewerOf(SHOP))).toEqual({ sent: 3, got: 4, gotToo: 2, sold: 4 });
  expect(ranks(shape, viewerOf(STRANGER))).toEqual({ sent: 2, got: 2, gotToo: 4, sold: 2 });
});
