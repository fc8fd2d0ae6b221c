/** Two organisations on one server: who recorded what, what each of them is shown, and what is void or disputed. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bareEvent } from './documents.ts';
import {
  capture,
  eventOf,
  type Fate,
  identityOf,
  newSubject,
  type Party,
  rowsOf,
  type Shown,
  seenBy,
  type TwoParties,
  twoParties,
  type What,
} from './two-parties.ts';

let two: TwoParties;
beforeAll(async () => {
  two = await twoParties();
});
afterAll(() => two.server.close());

/** Who captures what, in this order; a refusal is a conflict (409). */
type Step = `${Party} ${What}` | `${Party} ${What}: refused`;
type ToEach<Value> = Readonly<Record<Party, Value>>;

interface Case {
  readonly steps: readonly Step[];
  /** Without eventID. */
  readonly isBare?: boolean;
  /** In the database. */
  readonly rows: { readonly events: number; readonly records: number };
  /** What each is shown, in pages of events and under the eventID: what it has recorded itself, and nothing of the other. */
  readonly shown: ToEach<readonly Shown[]>;
  /** What becomes of the event. */
  readonly fate?: Fate;
  /** What becomes of the one with other content. */
  readonly otherFate?: Fate;
}

const CASES: Readonly<Record<string, Case>> = {
  'one event, recorded by one': {
    steps: ['A event'],
    rows: { events: 1, records: 1 },
    shown: { A: ['A event'], B: [] },
    fate: 'stands',
  },
  'one event, recorded by both: each is shown its own bytes': {
    steps: ['A event', 'B event'],
    rows: { events: 1, records: 2 },
    shown: { A: ['A event'], B: ['B event'] },
    fate: 'stands',
  },
  'one event, captured again and again by both': {
    steps: ['A event', 'A event', 'B event', 'A event', 'B event'],
    rows: { events: 1, records: 2 },
    shown: { A: ['A event'], B: ['B event'] },
    fate: 'stands',
  },
  'one event, in JSON by one and in XML by the other': {
    steps: ['A event', 'B event in XML'],
    rows: { events: 1, records: 2 },
    shown: { A: ['A event'], B: ['B event'] },
    fate: 'stands',
  },
  'one event, in XML and then in JSON by one': {
    steps: ['A event in XML', 'A event'],
    rows: { events: 1, records: 1 },
    shown: { A: ['A event'], B: [] },
    fate: 'stands',
  },
  'one eventID with other content of another: both are kept': {
    steps: ['A event', 'B other'],
    rows: { events: 2, records: 2 },
    shown: { A: ['A event'], B: ['B other'] },
    fate: 'stands',
    otherFate: 'stands',
  },
  'one eventID with other content of the same one: refused': {
    steps: ['A event', 'A other: refused', 'B other', 'B event: refused'],
    rows: { events: 2, records: 2 },
    shown: { A: ['A event'], B: ['B other'] },
    fate: 'stands',
    otherFate: 'stands',
  },
  'without eventID, recorded by both': {
    isBare: true,
    steps: ['A event', 'B event'],
    rows: { events: 1, records: 2 },
    shown: { A: ['A event'], B: ['B event'] },
    fate: 'stands',
  },
  'without eventID, in JSON by one and in XML by the other': {
    isBare: true,
    steps: ['B event in XML', 'A event'],
    rows: { events: 1, records: 2 },
    shown: { A: ['A event'], B: ['B event'] },
    fate: 'stands',
  },
  'what one alone recorded, declared by it: void': {
    steps: ['A event', 'A declares'],
    rows: { events: 2, records: 2 },
    shown: { A: ['A event', 'A declares'], B: [] },
    fate: 'void',
  },
  'what both recorded, declared by one: disputed': {
    steps: ['A event', 'B event', 'A declares'],
    rows: { events: 2, records: 3 },
    shown: { A: ['A event', 'A declares'], B: ['B event'] },
    fate: 'disputed',
  },
  'what both recorded, declared by both: void': {
    steps: ['A event', 'B event', 'A declares', 'B declares'],
    rows: { events: 2, records: 4 },
    shown: { A: ['A event', 'A declares'], B: ['B event', 'B declares'] },
    fate: 'void',
  },
  'what one alone recorded, declared by the other, who recorded nothing: disputed': {
    steps: ['A event', 'B declares'],
    rows: { events: 2, records: 2 },
    shown: { A: ['A event'], B: ['B declares'] },
    fate: 'disputed',
  },
  'what the other has disputed, declared by whoever recorded it: void': {
    steps: ['A event', 'B declares', 'A declares'],
    rows: { events: 2, records: 3 },
    shown: { A: ['A event', 'A declares'], B: ['B declares'] },
    fate: 'void',
  },
  'a copy, declared by whoever copied it: the original is disputed and stays': {
    steps: ['A event', 'B event', 'B declares'],
    rows: { events: 2, records: 3 },
    shown: { A: ['A event'], B: ['B event', 'B declares'] },
    fate: 'disputed',
  },
  'a copy of what was void: whoever copied it says that it is so': {
    steps: ['A event', 'A declares', 'B event'],
    rows: { events: 2, records: 3 },
    shown: { A: ['A event', 'A declares'], B: ['B event'] },
    fate: 'disputed',
  },
  'a copy of the declaration': {
    steps: ['A event', 'A declares', 'B declares'],
    rows: { events: 2, records: 3 },
    shown: { A: ['A event', 'A declares'], B: ['B declares'] },
    fate: 'void',
  },
  'a declaration before its original': {
    steps: ['A declares', 'A event'],
    rows: { events: 2, records: 2 },
    shown: { A: ['A declares', 'A event'], B: [] },
    fate: 'void',
  },
  'a declaration of one before the original of the other': {
    steps: ['B declares', 'A event'],
    rows: { events: 2, records: 2 },
    shown: { A: ['A event'], B: ['B declares'] },
    fate: 'disputed',
  },
  'without eventID, declared by whoever recorded it: void': {
    isBare: true,
    steps: ['A event', 'A declares'],
    rows: { events: 2, records: 2 },
    shown: { A: ['A event', 'A declares'], B: [] },
    fate: 'void',
  },
  'without eventID, recorded by both, declared by one: disputed': {
    isBare: true,
    steps: ['A event', 'B event', 'B declares'],
    rows: { events: 2, records: 3 },
    shown: { A: ['A event'], B: ['B event', 'B declares'] },
    fate: 'disputed',
  },
  'without eventID, declared by the other, who recorded nothing: disputed': {
    isBare: true,
    steps: ['A event', 'B declares'],
    rows: { events: 2, records: 2 },
    shown: { A: ['A event'], B: ['B declares'] },
    fate: 'disputed',
  },
  'one eventID, two contents, one declared by its recorder: the other stands': {
    steps: ['A event', 'B other', 'A declares'],
    rows: { events: 3, records: 3 },
    shown: { A: ['A event', 'A declares'], B: ['B other'] },
    fate: 'void',
    otherFate: 'stands',
  },
  'one eventID, two contents, each declared by its recorder: both are void': {
    steps: ['A event', 'B other', 'A declares', 'B declares other'],
    rows: { events: 4, records: 4 },
    shown: { A: ['A event', 'A declares'], B: ['B other', 'B declares other'] },
    fate: 'void',
    otherFate: 'void',
  },
  'a declaration of other content by one who recorded nothing under the eventID: it names what there is': {
    steps: ['A event', 'A declares other: refused', 'B declares other'],
    rows: { events: 2, records: 2 },
    shown: { A: ['A event'], B: ['B declares other'] },
    fate: 'disputed',
  },
};

test.each(Object.entries(CASES))('%s', async (_name, { steps, isBare = false, ...expected }) => {
  const subject = newSubject({ isBare });
  for (const step of steps) {
    const { status } = await capture(two, subject, step.replace(': refused', ''));
    expect([step, status]).toEqual([step, step.endsWith(': refused') ? 409 : 202]);
  }
  const id = await identityOf(two, subject);
  const [a, b] = [await seenBy(two, 'A', subject), await seenBy(two, 'B', subject)];
  expect(await rowsOf(two, id)).toEqual(expected.rows);
  expect({ A: a.page, B: b.page }).toEqual(expected.shown);
  expect({ A: a.byId, B: b.byId }).toEqual(expected.shown);
  const fates = { event: expected.fate, other: expected.otherFate };
  expect({ A: a.fates, B: b.fates }).toEqual({ A: fates, B: fates });
});

test('single events are refused within an organisation and not across', async () => {
  const subject = newSubject();
  const single = async (party: Party, what: What): Promise<number> => {
    const body = bareEvent(eventOf(party, subject, what));
    return (await two.ask(party, '/epcis/events', { body })).status;
  };
  expect([await single('A', 'event'), await single('B', 'other')]).toEqual([201, 201]);
  expect([await single('A', 'other'), await single('B', 'event')]).toEqual([409, 409]);
  expect(await rowsOf(two, subject.id ?? '')).toEqual({ events: 2, records: 2 });
});

test.each([
  ['A', 'event', { success: true, capturedCount: 1, duplicateCount: 0 }],
  ['A', 'event', { success: true, capturedCount: 0, duplicateCount: 1 }],
  // The same event of another is no repetition.
  ['B', 'event', { success: true, capturedCount: 1, duplicateCount: 0 }],
  ['B', 'other', { success: false, capturedCount: 0, errorCount: 1 }],
] as const)('the job of %s that captures the %s is its own, and says what became of it', async (party, what, told) => {
  const { headers } = await capture(two, jobSubject, `${party} ${what}`);
  const location = headers.get('location') ?? '';
  const id = location.split('/').at(-1) ?? '';
  expect(await (await two.ask(party, location)).json()).toMatchObject({ captureID: id, ...told });
  const { rows } = await two.server.database.db.query(
    `select o.code from events.capture_job j join identity.organisation o on o.no = j.org_no where j.id = $1`,
    [id],
  );
  expect(rows).toEqual([{ code: two.codes[party] }]);
});

const jobSubject = newSubject();
