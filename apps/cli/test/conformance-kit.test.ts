/** `suyuan conformance-kit`: every case of the kit in both directions, every schema over what it is of, and kits that were tampered with. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHECKS, loadPack, type Pack } from '@suyuan/profiles';
import { Compile } from 'typebox/schema';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { judgeDocument, readDocument } from '../src/kit/document.ts';
import { patched } from '../src/kit/json-patch.ts';
import { findingOf, type KitFiles, kitOf } from '../src/kit/kit.ts';
import type { Manifest, ManifestCase } from '../src/kit/manifest.ts';
import { ownPacks } from '../src/own-packs.ts';
import { run } from './program.ts';

let dir: string;
let kit: KitFiles;
let manifest: Manifest;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'suyuan-kit-'));
  const written = await run(dir, 'conformance-kit', '--out', join(dir, 'kit'), '--json');
  expect(written).toMatchObject({ code: 0 });
  kit = kitOf(ownPacks());
  manifest = json('manifest.json');
}, 240_000);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const json = (file: string) => JSON.parse(kit.get(file) ?? '');
const caseOf = (id: string): ManifestCase => {
  const found = manifest.cases.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no case ${id}`);
  return found;
};

test('a kit is the same bytes whenever and by whichever process it is written', () => {
  const files = readdirSync(join(dir, 'kit'), { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  expect(files.length).toBe(kit.size);
  for (const [file, text] of kit) expect(readFileSync(join(dir, 'kit', file), 'utf8')).toBe(text);
});

test('so many cases each pack has', () => {
  const numbers = manifest.packs.map(({ id, valid, invalid }) => [id, valid, invalid]);
  expect(numbers).toEqual([
    ['edible-agri', 52, 202],
    ['food', 31, 77],
    ['special-equipment', 37, 209],
  ]);
});

// Which no document by itself can break.
const ASK_WHO_ALONE = new Set([
  ...['food/packing', 'food/unpacking', 'food/stocktake'],
  ...['edible-agri/casing', 'edible-agri/unpacking', 'edible-agri/stocktake'],
]);

test('each stage has documents in order and not in order, each rule of each of its stages one that breaks it', () => {
  for (const { id, stages, rules } of ownPacks()) {
    const cases = manifest.cases.filter(({ pack }) => pack === id);
    for (const stage of stages) {
      const kinds = new Set(cases.filter((each) => each.stage === stage.id).map(({ kind }) => kind));
      expect([stage.id, kinds.has('valid')]).toEqual([stage.id, true]);
      expect([stage.id, kinds.has('invalid')]).toEqual([stage.id, !ASK_WHO_ALONE.has(`${id}/${stage.id}`)]);
    }
    for (const rule of rules) {
      const broken = cases.flatMap((each) => (each.kind === 'invalid' && breaks(each, rule) ? [each.stage] : []));
      expect([rule.id, broken.toSorted()]).toEqual([rule.id, rule.stages.toSorted()]);
    }
  }
});

function breaks({ breaks: found }: ManifestCase & { kind: 'invalid' }, rule: Pack['rules'][number]): boolean {
  return found.rule === rule.id && found.effect === rule.effect;
}

test('what is asked of every event of a stage is asked by a case without it', () => {
  const placed = new Set(['eventTime', 'lot', 'serial', 'quantity']); // of the frame of an event, which is not taken away
  for (const { id, requirements, elements, stages } of ownPacks()) {
    const telling = stages.map(({ event }) => event.when ?? '').join(' '); // without it an event is of another stage
    for (const { stage, element, need } of requirements) {
      const isFrame = elements[element]?.at.some((place) => placed.has(place)) ?? false;
      if (need !== 'required' || isFrame || telling.includes(`it.${element}`)) continue;
      const name = `${id}/${stage}/element-missing-${element}`;
      expect([name, manifest.cases.some((each) => each.id === name)]).toEqual([name, true]);
    }
  }
});

describe('in both directions', () => {
  test('of a document in order nothing is found; of one that is not, what is listed and nothing else', () => {
    const packs = new Map(ownPacks().map((pack) => [pack.id, loadPack(pack, CHECKS)]));
    for (const each of manifest.cases) {
      const pack = packs.get(each.pack);
      const document = readDocument(json(each.document.file));
      if (pack === undefined || document === undefined) throw new Error(each.id);
      const { stages, findings } = judgeDocument(pack, document);
      expect([each.id, stages.at(-1), findings.map(findingOf)]).toEqual([each.id, each.stage, each.findings]);
      if (each.kind === 'valid') expect([each.id, findings]).toEqual([each.id, []]);
      else expect(each.findings).toContainEqual(each.breaks);
    }
  });

  test('one operation makes the document that is not in order of the one that is', () => {
    for (const each of manifest.cases) {
      if (each.kind === 'valid') continue;
      const patch = json(each.patch.file);
      expect(patch).toHaveLength(1);
      const base = caseOf(each.of);
      expect([each.id, base.kind, base.stage]).toEqual([each.id, 'valid', each.stage]);
      expect(patched(json(base.document.file), patch)).toEqual(json(each.document.file));
      expect([each.id, each.says.zh]).toEqual([each.id, expect.stringMatching(/\p{Script=Han}/u)]);
    }
  });
});

test('every schema is asked of all that it is of, and refuses what is not', () => {
  const documents = manifest.cases.map(({ document }) => json(document.file));
  const patches = manifest.cases.flatMap((each) => (each.kind === 'invalid' ? [json(each.patch.file)] : []));
  const findings = manifest.cases.flatMap((each) => each.findings);
  const packs = manifest.packs.map(({ pack }) => json(pack.file));
  const [first] = documents;
  const asked: Record<string, { readonly good: readonly unknown[]; readonly bad: unknown }> = {
    'epcis-document': { good: documents, bad: { ...first, epcisBody: { eventList: [{ type: 'ObjectEvent' }] } } },
    'json-patch': { good: patches, bad: [{ op: 'remove', path: 'no-pointer' }] },
    finding: { good: findings, bad: { ...findings[0], effect: 'pass' } },
    pack: { good: packs, bad: { ...packs[0], rules: [{}] } },
    manifest: { good: [manifest], bad: { ...manifest, cases: [{ kind: 'valid' }] } },
  };
  expect(manifest.schemas.map(({ file }) => file)).toEqual(
    Object.keys(asked)
      .sort()
      .map((name) => `schemas/${name}.schema.json`),
  );
  for (const [name, { good, bad }] of Object.entries(asked)) {
    const schema = Compile(json(`schemas/${name}.schema.json`));
    expect([name, good.length, good.filter((each) => !schema.Check(each))]).toEqual([name, good.length, []]);
    expect([name, schema.Check(bad)]).toEqual([name, false]);
  }
});

test('a folder that holds something is not written over', async () => {
  const told = await run(dir, 'conformance-kit', '--out', join(dir, 'kit'));
  expect(told).toMatchObject({ code: 1, stderr: expect.stringContaining('is not empty') });
});

test('a kit that is whole passes; one with an altered document or patch is refused', async () => {
  expect(await run(dir, 'conformance-kit', 'check', join(dir, 'kit'))).toMatchObject({
    code: 0,
    stdout: expect.stringContaining(String(manifest.cases.length)),
  });
  const altered = join(dir, 'altered');
  cpSync(join(dir, 'kit'), altered, { recursive: true });
  const { file } = caseOf('food/sale/expired-sold').document;
  writeFileSync(join(altered, file), `${kit.get(file)} `);
  expect(await run(dir, 'conformance-kit', 'check', altered)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('expired-sold.jsonld is not as it was written'),
  });
  writeFileSync(join(altered, 'manifest.json'), '{}');
  expect(await run(dir, 'conformance-kit', 'check', altered)).toMatchObject({ code: 1 });
}, 240_000);

test('what another system found is compared, case by case', async () => {
  const file = join(dir, 'found.jsonl');
  const lines = manifest.cases.map(({ id, findings }) => ({
    case: id,
    findings: findings.map(({ event, rule, element, effect }) => ({ event, rule, element, effect })),
  }));
  const compare = (found: readonly object[]) => {
    writeFileSync(file, found.map((line) => JSON.stringify(line)).join('\n'));
    return run(dir, 'conformance-kit', 'check', join(dir, 'kit'), '--findings', file);
  };
  expect(await compare(lines)).toMatchObject({ code: 0 });
  const blind = lines.map((line) => (line.case === 'food/sale/expired-sold' ? { ...line, findings: [] } : line));
  const told = await compare(blind.slice(1));
  expect(told).toMatchObject({ code: 1, stderr: expect.stringContaining('2 个用例') });
  expect(told.stdout).toContain('✗ food/sale/expired-sold: - #0 expired-sold refuse');
  expect(told.stdout).toContain(`✗ ${lines[0]?.case}: nothing is said of it`);
  expect(await compare([{ case: 1 }])).toMatchObject({ code: 1, stderr: expect.stringContaining('line 1') });
}, 240_000);
