/** A record that some of its recorders declare to be wrong, and not all: it counts as before, and people are told. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentOf, type EventJson, objectEvent } from './documents.ts';
import { type Party, type TwoParties, twoParties } from './two-parties.ts';

const PATH = '/01/10614141073464/21/DISPUTED';
const EVENT = objectEvent({
  eventID: 'urn:uuid:00000000-0000-4000-8000-00000000d15b',
  epcList: [`https://id.gs1.org${PATH}`],
  disposition: 'recalled',
});

let two: TwoParties;
beforeAll(async () => {
  two = await twoParties();
  await record('A', EVENT);
  await record('B', EVENT);
});
afterAll(() => two.server.close());

async function record(party: Party, event: EventJson): Promise<void> {
  expect((await two.ask(party, '/epcis/capture', { body: documentOf([event]) })).status).toBe(202);
}

const declare = (party: Party): Promise<void> =>
  record(party, { ...EVENT, errorDeclaration: { declarationTime: '2026-03-01T00:00:00Z' } });

/** What is said of the one event: by the trace, by the trace in lines, by the page; and the verdict of the page. */
async function told(): Promise<object> {
  const address = `${two.server.url}/v1/trace?code=${encodeURIComponent(`https://id.gs1.org${PATH}`)}`;
  const headers = { authorization: `Bearer ${two.server.key}` };
  const trace = await (await fetch(address, { headers })).json();
  const lines = await (await fetch(address, { headers: { ...headers, accept: 'application/x-ndjson' } })).text();
  const rows = lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const page = await (await fetch(two.server.url + PATH, { headers: { accept: 'application/json' } })).json();
  const marks = ({ disputed, declaredInError }: Record<string, unknown>) => ({ disputed, declaredInError });
  return {
    trace: trace.events.map(marks),
    lines: rows.filter(({ list }) => list === 'events').map(({ row }) => marks(row)),
    page: page.timeline.map(marks),
    verdict: page.verdict,
  };
}

/** The same everywhere. */
function everywhere(marks: { readonly disputed?: true; readonly declaredInError?: true }, verdict: string): object {
  return { trace: [marks], lines: [marks], page: [marks], verdict };
}

test('it is told as disputed and stays in effect until the last of its recorders declares it', async () => {
  expect(await told()).toEqual(everywhere({}, 'recalled'));
  await declare('B');
  expect(await told()).toEqual(everywhere({ disputed: true }, 'recalled'));
  await declare('A');
  expect(await told()).toEqual(everywhere({ declaredInError: true }, 'normal'));
});
