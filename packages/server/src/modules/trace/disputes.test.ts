import { expect, test } from 'vitest';
import { selectOpenDisputes } from '../disputes/index.ts';
import { openTies, traceUnits } from './trace-units.ts';
import { World } from './world.fixture.ts';

const CAN = 'https://id.gs1.org/01/06901234567892/21/1';

/** A database that counts what it is asked. */
function counting(): { readonly asked: unknown[]; readonly db: Parameters<typeof selectOpenDisputes>[0] } {
  const asked: unknown[] = [];
  return {
    asked,
    db: {
      query: async (_text, values) => {
        asked.push(values);
        return { rows: [], rowCount: 0 };
      },
    },
  };
}

test.each([
  { events: 0, statements: [] },
  { events: 3, statements: [[['0', '1', '2']]] },
])(
  'disputes about $events events of an answer are asked for in one statement, or none',
  async ({ events, statements }) => {
    const world = new World();
    for (let i = 0; i < events; i += 1) {
      world.events.push({
        id: String(i),
        position: i,
        eventID: `urn:x:${i}`,
        facts: {
          type: 'ObjectEvent',
          action: 'OBSERVE',
          eventTimeMs: i,
          eventTimeZoneOffset: '+08:00',
          units: [{ code: CAN, role: 'object', isClass: false }],
          sources: [],
          destinations: [],
          bizTransactions: [],
        },
        declaredInError: false,
        isDisputed: false,
        isDeclaration: false,
        recordedBy: [1],
      });
    }
    const { asked, db } = counting();
    const disputes = { orgNo: 1, of: (ids: readonly string[]) => selectOpenDisputes(db, ids) };
    await traceUnits(openTies(world), { start: [CAN], direction: 'both', language: 'en', disputes });
    expect(asked).toEqual(statements);
  },
);
