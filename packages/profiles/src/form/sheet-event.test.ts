/** What is filled in of each stage of each pack becomes an event that is of this stage, and in order where all is filled in. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EventFacts, eventFacts, readContext, validateBareEvent } from '@suyuan/epcis';
import { describe, expect, test } from 'vitest';
import type { Known } from '../judge/check.ts';
import { judge, valuesOf } from '../judge/judge.ts';
import { type LoadedPack, loadPack } from '../judge/loaded-pack.ts';
import { chinaDay } from '../pack/in-force.ts';
import { readPack } from '../pack/read-pack.ts';
import { PACKS } from '../packs.ts';
import { CHECKS, KNOWN_CHECKS } from '../rules/checks.ts';
import type { Sheet, SheetUnit } from './sheet.ts';
import { sheetEvent } from './sheet-event.ts';
import { stageForm } from './stage-form.ts';

const EVENT_ID = 'urn:uuid:00000000-0000-4000-8000-00000000e001';

const packs = PACKS.map((pack) => {
  const read = readPack(pack, KNOWN_CHECKS);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return loadPack(read.pack, CHECKS);
});

interface Example {
  readonly name: string;
  readonly event: Readonly<Record<string, unknown>>;
  readonly history?: readonly unknown[];
  readonly known?: Omit<Known, 'history'>;
  readonly expected: readonly string[];
}

describe.each(packs.map((loaded) => [loaded.pack.id, loaded] as const))('%s', (folder, loaded) => {
  const { context, stages } = JSON.parse(
    readFileSync(join(import.meta.dirname, '..', folder, 'examples.json'), 'utf8'),
  );
  const inOrder = Object.entries(stages as Record<string, readonly Example[]>).flatMap(([stage, examples]) =>
    examples.filter(({ expected }) => expected.length === 0).map((example) => [stage, example.name, example] as const),
  );

  test.each(inOrder)('%s: %s', (stage, _, { event, history = [], known = {} }) => {
    const facts = eventFacts(event, readContext(context));
    const past = history.map((each) => eventFacts(each, readContext(context)));
    const sheet = sheetOf(loaded, stage, facts);
    const built = sheetEvent(loaded, sheet, EVENT_ID);
    if (!built.ok) throw new Error(JSON.stringify(built.faults));
    expect(built.stage).toBe(stage);
    expect(validateBareEvent(built.event, JSON.stringify(built.event))).toEqual([]);
    const own = eventFacts(built.event, readContext([]));
    const judged = judge(loaded, own, { ...known, history: () => past });
    expect(judged?.findings.map(({ rule, element, message }) => [rule, element, message.zh])).toEqual([]);
  });
});

/** As somebody would fill in the form of the stage who records what the example says. */
function sheetOf(loaded: LoadedPack, stage: string, facts: EventFacts): Sheet {
  const day = chinaDay(facts.eventTimeMs);
  const form = stageForm(loaded, stage, day);
  if (form === undefined) throw new Error(`no form of ${stage}`);
  const said = valuesOf(loaded, facts, {});
  const values = Object.fromEntries(
    form.fields
      .filter(({ entered }) => entered === 'value')
      .map(({ element, fixed }) => {
        const value = said[element];
        const text = value instanceof Date ? chinaTime(value) : Array.isArray(value) ? value : String(value ?? '');
        return [element, fixed ?? text];
      }),
  );
  const of = (...roles: string[]): SheetUnit[] =>
    facts.units
      .filter(({ role }) => roles.includes(role))
      .map(({ code, quantity, uom }) => ({
        code,
        ...(quantity === undefined ? {} : { quantity: String(quantity) }),
        ...(uom === undefined ? {} : { uom }),
      }));
  const partyOf = (parties: EventFacts['sources']) =>
    parties.find(({ kind }) => kind === 'ownership')?.party ?? parties[0]?.party;
  const [parent, place, from, to] = [
    facts.units.find(({ role }) => role === 'parent')?.code,
    facts.bizLocation ?? facts.readPoint,
    partyOf(facts.sources),
    partyOf(facts.destinations),
  ];
  return {
    ...{ pack: loaded.pack.id, stage, at: chinaTime(new Date(facts.eventTimeMs)), values },
    ...{ units: of('object', 'output', 'child'), inputs: of('input') },
    ...(parent === undefined ? {} : { parent }),
    ...(place === undefined ? {} : { place }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

function chinaTime(at: Date): string {
  return `${new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;
}
