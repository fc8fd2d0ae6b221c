import { expect, test } from 'vitest';
import { type Api, ApiProblem } from '../api.ts';
import type { RecordCommand } from './command.ts';
import { sendCommand } from './send-command.ts';

const GIVEN = { name: '面粉', day: '', time: '', units: [], inputs: [], values: {} };
const COMMAND: RecordCommand = {
  ...{ id: '0193', owner: 'me', pack: 'food', stage: 'receipt', name: '面粉', version: 3, content: {}, atMs: 0 },
  given: { ...GIVEN, parent: '', place: '', from: '', to: '', notice: '', order: '' },
};
const refusing = (status: number, code: string) => (): never => {
  throw new ApiProblem({ status, code, title: 'Why' });
};

/** What came of the command where the server answers so, and what it was asked. */
async function sent(answers: Readonly<Record<string, () => unknown>>) {
  const asked: string[] = [];
  const api = {
    async send(_method: string, path: string, body: unknown) {
      asked.push(`${path} ${JSON.stringify(Object(body).version)}`);
      return answers[path.replace('/v1/sheets/', '')]?.();
    },
  } as unknown as Api;
  return { outcome: await sendCommand(api, COMMAND), asked };
}
const saved = () => ({ state: 'open', version: 4 });
const fine = () => ({ faults: [], findings: [{ effect: 'flag' }] });

test('saved, checked and recorded, of the version that it was saved as', async () => {
  const { outcome, asked } = await sent({ '0193': saved, check: fine, '0193/submission': () => ({}) });
  expect([outcome, asked]).toEqual([
    'done',
    ['/v1/sheets/0193 3', '/v1/sheets/check undefined', '/v1/sheets/0193/submission 4'],
  ]);
});

test('what was recorded, and whose answer was lost, is not recorded again', async () => {
  const { outcome, asked } = await sent({ '0193': () => ({ state: 'recorded', version: 4 }) });
  expect([outcome, asked.length]).toEqual(['done', 1]);
});

test.each([
  ['faults', { faults: [{}], findings: [] }],
  ['what the law forbids', { faults: [], findings: [{ effect: 'refuse' }] }],
])('%s stop it before it is recorded', async (_, told) => {
  const { outcome, asked } = await sent({ '0193': saved, check: () => told });
  expect([outcome, asked.length]).toEqual([{ why: 'told', title: '' }, 2]);
});

test.each([
  [0, 'offline', 'later'],
  [401, 'session.missing', 'later'],
  [429, 'rate.exceeded', 'later'],
  [503, 'busy', 'later'],
  [200, 'unreadable', 'later'],
  [409, 'sheet.changed', { why: 'conflict', title: 'Why' }],
  [403, 'right.missing', { why: 'refused', title: 'Why' }],
])('an answer %i %s', async (status, code, outcome) => {
  expect((await sent({ '0193': refusing(status, code) })).outcome).toEqual(outcome);
});
