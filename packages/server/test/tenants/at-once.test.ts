/** Connections to the database are shared: whoever asks at the same moment as others, or leaves early, moves nobody's view. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { IN_QUERIES, kindsIn } from './canaries.ts';
import { codesOf } from './private-documents.ts';
import { type Asker, type Tenants, tenants } from './tenants.ts';

let shared: Tenants;
beforeAll(async () => {
  shared = await tenants();
});
afterAll(() => shared.close());

const ROUNDS = 20;
const OTHERS: Readonly<Record<Asker, readonly ('A' | 'B')[]>> = {
  A: ['B'],
  B: ['A'],
  newcomer: ['A', 'B'],
  anonymous: ['A', 'B'],
};
const ASKERS: readonly Asker[] = ['A', 'B', 'newcomer', 'anonymous'];
const PATHS: readonly string[] = [
  '/epcis/events?perPage=1000',
  '/epcis/capture',
  `/epcis/events?MATCH_anyEPC=${encodeURIComponent(Object.values(codesOf('A')).join('|'))}`,
  `/epcis/events/${encodeURIComponent('https://example.org/event/zqAeventIDqz')}`,
];

test('everybody at once is answered as one by one', async () => {
  const alone = new Map<string, string>();
  const told = async (who: Asker, path: string): Promise<string> => {
    const { status, body, text } = await shared.ask(who, { path });
    for (const owner of OTHERS[who]) {
      // What is open to anybody of a unit that is asked for.
      const open = path.includes('MATCH_') || path.includes('/events/') ? IN_QUERIES : [];
      const asked = new Set([...kindsIn(decodeURIComponent(path), owner), ...open]);
      expect([...kindsIn(text, owner, shared.given)].filter((kind) => !asked.has(kind))).toEqual([]);
    }
    return `${status} ${body.replace(/"creationDate":"[^"]*"/, '')}`;
  };
  for (const who of ASKERS) for (const path of PATHS) alone.set(`${who} ${path}`, await told(who, path));
  expect(alone.get(`A ${PATHS[0]}`)).toContain('zqAownValueqz');

  for (let round = 0; round < ROUNDS; round += 1) {
    const asked = PATHS.flatMap((path) => ASKERS.map((who) => [who, path] as const));
    await Promise.all([
      ...asked.map(async ([who, path]) => expect(await told(who, path)).toBe(alone.get(`${who} ${path}`))),
      ...asked.map(([who, path]) => shared.leave(who, path)),
      shared.leave('anonymous', `/q/${encodeURIComponent(codesOf('B').item)}`),
    ]);
  }
});
