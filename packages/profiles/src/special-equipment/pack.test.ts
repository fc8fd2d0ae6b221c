/** What the parts of the pack of special equipment have to hold to each other. */
import { expect, test } from 'vitest';
import { readPack } from '../pack/read-pack.ts';
import { KNOWN_CHECKS } from '../rules/checks.ts';
import written from './pack.json' with { type: 'json' };

const read = readPack(written, KNOWN_CHECKS);
if (!read.ok) throw new Error(JSON.stringify(read.faults));
const { pack } = read;

const tiers = pack.codeLists['maintenance-tiers']?.values ?? [];

/** The tier, and each that takes it in, by however many steps. */
function satisfying(code: string): readonly string[] {
  return [
    code,
    ...tiers.filter(({ includes = [] }) => includes.includes(code)).flatMap((each) => satisfying(each.code)),
  ];
}

test('a deeper tier of maintenance satisfies the shallower: it ends their clocks', () => {
  expect(tiers.map(({ code }) => satisfying(code).length)).toEqual([4, 3, 2, 1]);
  for (const { code } of tiers) {
    const clock = pack.clocks.find(({ id }) => id === (code === 'half-month' ? 'maintenance' : `maintenance-${code}`));
    expect([code, clock?.ends]).toEqual([code, satisfying(code).map((each) => `maintenance-${each}`)]);
    expect([code, clock?.starts]).toEqual([code, expect.arrayContaining([...(clock?.ends ?? []), 'use-registration'])]);
  }
});

test('each tier of maintenance is asked the same, kept and held in the ledger', () => {
  const asked = (stage: string) =>
    pack.requirements.filter((each) => each.stage === stage).map(({ element, need }) => `${element} ${need}`);
  const rules = (stage: string) => pack.rules.filter(({ stages }) => stages.includes(stage)).map(({ id }) => id);
  for (const { code } of tiers) {
    const stage = `maintenance-${code}`;
    expect([stage, asked(stage), rules(stage)]).toEqual([
      stage,
      asked('maintenance-half-month'),
      rules('maintenance-half-month'),
    ]);
    for (const part of [pack.retention, pack.ledgers, pack.licences])
      expect([stage, part.find(({ id }) => id === 'maintenance')?.stages]).toEqual([
        stage,
        expect.arrayContaining([stage]),
      ]);
  }
});

test('what is of a person is seen by the owner alone, and is on no public page', () => {
  const personal = Object.entries(pack.elements).filter(([, { isPersonal }]) => isPersonal === true);
  expect(personal.map(([, { level }]) => level)).toEqual(personal.map(() => 'owner'));
  expect(personal.map(([id]) => id)).toEqual(
    expect.arrayContaining(['technicians', 'technicianNumbers', 'safetyManagerSignature', 'customerName', 'filledBy']),
  );
});

test('what a public page shows is public', () => {
  for (const { elements } of pack.publicPage.groups)
    for (const id of elements) expect([id, pack.elements[id]?.level]).toEqual([id, 'public']);
});

test('only clauses that were read in full refuse', () => {
  for (const { id, effect, confidence } of pack.rules)
    if (effect === 'refuse') expect([id, confidence]).toEqual([id, 'A']);
});

test('everybody may see that a record is of maintenance or of the inspection, as the notice in the car says, and of nothing else', () => {
  expect(pack.elements.activity).toMatchObject({
    level: 'partner',
    publicCodes: ['maintenance', 'periodic-inspection'],
  });
});
