/** Every schema that is published is held against what this server sends or takes: what is in order passes, what is not fails. */
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentOf, objectEvent } from '../documents.ts';
import { harvest, spraying } from './farm.fixture.ts';
import { type JudgedServer, judgedServer } from './judged.fixture.ts';

let own: JudgedServer;
beforeAll(async () => {
  own = await judgedServer({ categories: ['edible-agri'] });
  expect((await own.capture([spraying('F1', '06-01T07:00'), harvest('F1', 'B1', '06-03T06:00')])).status).toBe(202);
});
afterAll(() => own.close());

type Json = Readonly<Record<string, unknown>>;
const LOT = 'https://id.gs1.org/01/06901234567892/10/B1';
const ENTRY = { kind: 'party', code: 'urn:uuid:00000000-0000-4000-8000-00000000000a', attributes: { name: '某厂' } };
const asJson = async (path: string): Promise<Json> =>
  (await fetch(own.server.url + path, { headers: { accept: 'application/json' } })).json();
const capturable = (more: Json = {}): Json => JSON.parse(documentOf([objectEvent(more)]));

interface Case {
  good(): Promise<unknown>;
  /** What is wrong in it, and it with that. */
  readonly bad: Readonly<Record<string, (good: Json) => unknown>>;
}

const without =
  (name: string) =>
  ({ [name]: _, ...rest }: Json): Json =>
    rest;

const CASES: Readonly<Record<string, Case>> = {
  pack: {
    good: () => asJson('/v1/standards/packs/food'),
    bad: { 'no sources': without('sources'), 'a member of its own': (good) => ({ ...good, surplus: 1 }) },
  },
  'epcis-document': {
    good: async () => capturable(),
    bad: {
      'no body': without('epcisBody'),
      'an event without its time': () => capturable({ eventTime: undefined }),
      'an action that there is not': () => capturable({ action: 'CHANGE' }),
    },
  },
  'registry-entries': {
    good: async () => [ENTRY],
    bad: { none: () => [], 'one without a code': () => [without('code')(ENTRY)] },
  },
  'code-answer': {
    good: () => asJson('/v1/codes/parse?code=06901234567892'),
    bad: { 'no readings': without('readings') },
  },
  'trace-answer': {
    good: () => own.ask(`/v1/trace?code=${encodeURIComponent(LOT)}`),
    bad: { 'no units': without('units'), 'events as a text': (good) => ({ ...good, events: 'none' }) },
  },
  'public-answer': {
    good: () => asJson('/01/06901234567892/10/B1'),
    bad: { 'a verdict that there is not': (good) => ({ ...good, verdict: 'fine' }) },
  },
  'record-findings': {
    async good() {
      await own.settle();
      const told = await own.ask('/v1/compliance/findings');
      expect(told.findings.length).toBeGreaterThan(0);
      return told;
    },
    bad: { 'no findings': without('findings'), 'an empty finding': () => ({ findings: [{}] }) },
  },
  problem: {
    good: () => asJson('/v1/standards/packs/none'),
    bad: { 'no code': without('code'), 'a status in words': (good) => ({ ...good, status: 'not found' }) },
  },
};

test('each that is published has its cases here', async () => {
  const { schemas } = await own.ask('/v1/standards/schemas');
  expect(schemas.map(({ name }: { name: string }) => name).sort()).toEqual(Object.keys(CASES).sort());
});

test.each(Object.entries(CASES))(
  '%s compiles, takes what is in order and nothing else',
  async (name, { good, bad }) => {
    const schema = await shapeOf(name);
    const shape = Compile(schema);
    const sent = await good();
    expect([...shape.Errors(sent)].slice(0, 5)).toEqual([]);
    for (const [what, spoil] of Object.entries(bad)) {
      expect([what, shape.Check(spoil(Object(sent)))]).toEqual([what, false]);
    }
  },
);

async function shapeOf(name: string): Promise<TSchema> {
  const answer = await fetch(`${own.server.url}/v1/standards/schemas/${name}`);
  expect(answer.headers.get('content-type')).toContain('application/schema+json');
  const schema = await answer.json();
  expect(schema).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:suyuan:schema:${name}`,
    title: expect.any(String),
  });
  return schema;
}
