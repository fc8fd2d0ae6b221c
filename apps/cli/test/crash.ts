/** Kills the program at a random moment of capture, again and again, and looks at what is left. */
import { createClient, RequestRefused } from '@suyuan/api';
import { eachReceived, readConfig } from '@suyuan/server';
import { withJoinedDatabase } from '../src/with-database.ts';
import { databasePid, type Program, run, startProgram } from './program.ts';

const EVENTS_PER_DOCUMENT = 40;
const SENDERS = 4;

export interface CrashReport {
  readonly kills: number;
  readonly acknowledged: number;
  /** Documents that were sent and not acknowledged, of which all events or none must be there. */
  readonly unanswered: number;
}

/**
 * `kills` times: start, send documents from several clients, SIGKILL the program (every fourth time the database) after a
 * random time: of the start, or, every other time, of the first answer, which a busy machine may take long for. Throws when an acknowledged event is missing, a document is there in part, or the log has a fault.
 */
export async function crashRepeatedly(dataDir: string, kills: number, random: () => number): Promise<CrashReport> {
  const acknowledged = new Set<number>();
  const unanswered = new Set<number>();
  let nextDocument = 0;
  const key = (await run(dataDir, 'key', 'create')).stdout.trim();
  for (let kill = 0; kill < kills; kill += 1) {
    const program = await startProgram(dataDir);
    const client = createClient({ url: program.url, key });
    const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
    let isOver = false;
    const senders = Array.from({ length: SENDERS }, async () => {
      while (!isOver) {
        const number = nextDocument;
        nextDocument += 1;
        unanswered.add(number);
        try {
          await client.capture(documentNumber(number));
          unanswered.delete(number);
          acknowledged.add(number);
          answer();
        } catch (error) {
          // A refusal while the database restarts is no answer either; the client may try again.
          if (error instanceof RequestRefused && error.problem.status !== 503) {
            throw new Error(`${error.message}\n${program.said()}`, { cause: error });
          }
          if (!(error instanceof RequestRefused)) return;
        }
      }
    });
    if (kill % 2 === 1) await Promise.race([answered, ...senders]);
    await new Promise((done) => setTimeout(done, 20 + random() * 700));
    await killSomething(program, kill, () => (isOver = true));
    isOver = true;
    await Promise.all(senders);
  }
  const last = await startProgram(dataDir);
  try {
    await checkWhatIsLeft(dataDir, acknowledged, unanswered);
  } finally {
    await last.end('SIGTERM');
  }
  return { kills, acknowledged: acknowledged.size * EVENTS_PER_DOCUMENT, unanswered: unanswered.size };
}

async function killSomething(program: Program, kill: number, stop: () => void): Promise<void> {
  if (kill % 4 === 3) {
    process.kill(databasePid(program.dataDir), 'SIGKILL');
    // The program brings it back and goes on; then the program itself is killed.
    await new Promise((done) => setTimeout(done, 1_500));
  }
  stop();
  await program.end('SIGKILL');
}

function eventsOf(number: number): object[] {
  return Array.from({ length: EVENTS_PER_DOCUMENT }, (_, i) => ({
    type: 'ObjectEvent',
    eventTime: new Date(Date.UTC(2026, 0, 1) + number * 1000 + i).toISOString(),
    eventTimeZoneOffset: '+08:00',
    action: 'OBSERVE',
    bizStep: 'shipping',
    epcList: [`https://id.gs1.org/01/10614141073464/21/D${number}-${i}`],
    'ex:document': number,
  }));
}

function documentNumber(number: number): string {
  return JSON.stringify({
    '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld', { ex: 'https://example.org/ns/' }],
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: '2026-01-01T00:00:00Z',
    epcisBody: { eventList: eventsOf(number) },
  });
}

async function checkWhatIsLeft(
  dataDir: string,
  acknowledged: ReadonlySet<number>,
  unanswered: ReadonlySet<number>,
): Promise<void> {
  await withJoinedDatabase(readConfig({ SUYUAN_DATA: dataDir }), async ({ ctx }) => {
    const found = new Map<number, string[]>();
    const all = await ctx.read((tx) => Array.fromAsync(eachReceived(tx)));
    for (const { text, position } of all) {
      const { 'ex:document': number } = JSON.parse(text);
      if (position === undefined) throw new Error(`an event of document ${number} is not in the log`);
      found.set(number, [...(found.get(number) ?? []), text]);
    }
    const isWhole = (number: number): boolean =>
      JSON.stringify(found.get(number)) === JSON.stringify(eventsOf(number).map((event) => JSON.stringify(event)));
    for (const number of acknowledged) {
      if (!isWhole(number)) {
        throw new Error(`document ${number} was acknowledged; ${found.get(number)?.length ?? 0} events are there`);
      }
    }
    for (const number of unanswered) {
      if (found.has(number) && !isWhole(number)) throw new Error(`document ${number} is there in part`);
    }
    for (const number of found.keys()) {
      if (!acknowledged.has(number) && !unanswered.has(number)) throw new Error(`document ${number} was never sent`);
    }
  });
  const verified = await run(dataDir, 'verify', '--json');
  if (verified.code !== 0) throw new Error(`verify: ${verified.stdout}${verified.stderr}`);
}
