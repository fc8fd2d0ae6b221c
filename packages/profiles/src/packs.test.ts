/** Every pack that comes with the program: it is in order, and each of its stages has examples with what is found of them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EventFacts, eventFacts, readContext, validateBareEvent } from '@suyuan/epcis';
import { describe, expect, test } from 'vitest';
import type { Known } from './judge/check.ts';
import { judge } from './judge/judge.ts';
import { type LoadedPack, loadPack } from './judge/loaded-pack.ts';
import { readPack } from './pack/read-pack.ts';
import { PACKS } from './packs.ts';
import { CHECKS, KNOWN_CHECKS } from './rules/checks.ts';

interface Example {
  readonly name: string;
  /** EPCIS 2.0 in JSON; `context` of the file stands beside it. */
  readonly event: Readonly<Record<string, unknown>>;
  /** Events of the same units, in their order. */
  readonly history?: readonly Readonly<Record<string, unknown>>[];
  readonly known?: Omit<Known, 'history'>;
  /** `rule effect`, or `element.missing element effect`, in any order; none of an event that is in order. */
  readonly expected: readonly string[];
}
interface Examples {
  readonly context: Readonly<Record<string, string>>;
  readonly stages: Readonly<Record<string, readonly Example[]>>;
}

const FOLDERS = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(import.meta.dirname, entry.name, 'pack.json')))
  .map(({ name }) => name);

const readJson = (...path: string[]): unknown => JSON.parse(readFileSync(join(import.meta.dirname, ...path), 'utf8'));

test('each folder with a pack is among the packs, under its own name', () => {
  expect(PACKS.map((pack) => Object(pack).id).sort()).toEqual([...FOLDERS].sort());
  for (const folder of FOLDERS) expect(Object(readJson(folder, 'pack.json')).id).toBe(folder);
});

function loaded(folder: string): LoadedPack {
  const read = readPack(readJson(folder, 'pack.json'), KNOWN_CHECKS);
  if (!read.ok) throw new Error(read.faults.map(({ pointer, message }) => `${pointer} ${message.en}`).join('\n'));
  return loadPack(read.pack, CHECKS);
}

describe.each(FOLDERS)('%s', (folder) => {
  test('has no faults', () => {
    expect(loaded(folder).pack.id).toBe(folder);
  });

  test('what is said in Chinese is Chinese, and what in English is not', () => {
    for (const [pointer, { zh, en }] of wordsIn(loaded(folder).pack)) {
      expect([pointer, zh]).toEqual([pointer, expect.stringMatching(/\p{Script=Han}|^[A-Z0-9 .-]+$/u)]);
      expect([pointer, en]).toEqual([pointer, expect.not.stringMatching(/\p{Script=Han}/u)]);
    }
  });

  test('each element has a definition that says more than its name, and what no other element is', () => {
    const { elements } = loaded(folder).pack;
    for (const language of ['zh', 'en'] as const) {
      const said = new Map<string, string>();
      for (const [id, { name, definition }] of Object.entries(elements)) {
        const text = plain(definition?.[language] ?? '');
        expect([id, text]).not.toEqual([id, '']);
        expect([id, text]).not.toEqual([id, plain(name[language])]);
        expect([id, said.get(text)]).toEqual([id, undefined]);
        said.set(text, id);
      }
    }
  });

  const { context, stages } = readJson(folder, 'examples.json') as Examples;
  test('each stage has an example that is in order, and one that is not', () => {
    const { pack } = loaded(folder);
    const ids = [...new Set(pack.stages.map(({ id }) => id))];
    expect(Object.keys(stages).sort()).toEqual(ids.sort());
    for (const [stage, examples] of Object.entries(stages)) {
      expect([stage, examples.some(({ expected }) => expected.length === 0)]).toEqual([stage, true]);
      expect([stage, examples.some(({ expected }) => expected.length > 0)]).toEqual([stage, true]);
    }
  });

  test('each rule has an example that breaks it and one that keeps it', () => {
    const { pack } = loaded(folder);
    const expected = Object.values(stages)
      .flat()
      .flatMap((example) => example.expected);
    for (const { id, effect } of pack.rules) expect([id, expected.includes(`${id} ${effect}`)]).toEqual([id, true]);
  });

  describe.each(Object.entries(stages))('%s', (stage, examples) => {
    test.each(examples.map((example) => [example.name, example] as const))(
      '%s',
      (_, { event, history = [], known = {}, expected }) => {
        const facts = factsOf(event, context);
        const before = history.map((each) => factsOf(each, context));
        const judged = judge(loaded(folder), facts, {
          ...known,
          history: (code) => before.filter(({ units }) => units.some((unit) => unit.code === code)),
        });
        expect(judged?.stage).toBe(stage);
        const found = (judged?.findings ?? []).map(({ rule, element, effect }) =>
          [rule, element, effect].filter((part) => part !== undefined).join(' '),
        );
        expect(found.sort()).toEqual([...expected].sort());
      },
    );
  });
});

/** Without what does not make one text another. */
function plain(text: string): string {
  return text.toLowerCase().replace(/[\s\p{Punctuation}]/gu, '');
}

function factsOf(event: Example['event'], prefixes: Examples['context']): EventFacts {
  const context = ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld', prefixes];
  expect(validateBareEvent({ '@context': context, ...event })).toEqual([]);
  return eventFacts(event, readContext(context));
}

function wordsIn(value: unknown, pointer = ''): [string, { zh: string; en: string }][] {
  if (typeof value !== 'object' || value === null) return [];
  const { zh, en } = Object(value);
  if (typeof zh === 'string' && typeof en === 'string') return [[pointer, { zh, en }]];
  return Object.entries(value).flatMap(([name, inner]) => wordsIn(inner, `${pointer}/${name}`));
}
