/** The cases of a pack: documents in order, and for each thing that the pack finds one that differs in that thing alone. */
import type { LoadedPack, PackFinding } from '@suyuan/profiles';
import type { Example, Examples } from '@suyuan/profiles/examples';
import { documentOf, type Found, judgeDocument, type KitDocument, readDocument } from './document.ts';
import { type Operation, patched } from './json-patch.ts';
import { type Mutation, mutationsOf } from './mutations.ts';

interface CaseOfDocument {
  /** Of a path: `food/sale/expired-sold`. */
  readonly id: string;
  readonly stage: string;
  readonly document: KitDocument;
  readonly findings: readonly Found[];
}
export interface ValidCase extends CaseOfDocument {
  readonly kind: 'valid';
}
export interface BrokenCase extends CaseOfDocument {
  readonly kind: 'invalid';
  /** The case that it is made of. */
  readonly of: string;
  readonly patch: readonly [Operation];
  readonly says: Mutation['says'];
  /** What it breaks: one of its findings. */
  readonly breaks: Found;
}
export type Case = ValidCase | BrokenCase;

export function casesOf(pack: LoadedPack, { context, stages }: Examples): Case[] {
  const all = Object.values(stages).flat();
  return Object.entries(stages).flatMap(([stage, examples]) => {
    const rules = (pack.rules.get(stage) ?? []).map(({ rule }) => `${rule.id} ${rule.effect}`);
    const others = all.filter(({ expected }) => rules.some((rule) => expected.includes(rule)));
    return casesOfStage(pack, { stage, context, examples, others });
  });
}

interface OfStage {
  readonly stage: string;
  readonly context: Examples['context'];
  readonly examples: readonly Example[];
  /** Those of any stage that break a rule of this one. */
  readonly others: readonly Example[];
}

function casesOfStage(pack: LoadedPack, { stage, context, examples, others: more }: OfStage): Case[] {
  // What no document says, as the kind of an organisation, cannot be handed over with one.
  const alone = examples.filter(({ known }) => known === undefined);
  const valid = alone
    .map(({ event, history = [] }) => documentOf(context, [...history, event]))
    .map((document) => ({ document, ...judgeDocument(pack, document) }))
    .filter(
      ({ stages, findings }) => stages.at(-1) === stage && findings.every(({ event }) => event < stages.length - 1),
    )
    .map(
      ({ document, findings }, index): ValidCase => ({
        ...{ id: `${pack.pack.id}/${stage}/valid-${index + 1}`, kind: 'valid', stage },
        ...{ document, findings },
      }),
    );
  const others = [...new Set([...alone.filter(({ expected }) => expected.length > 0), ...more])];
  const broken = new Map<string, BrokenCase>();
  for (const base of valid) {
    for (const mutation of mutationsOf(pack.pack, { document: base.document, others })) {
      for (const each of brokenBy(pack, base, mutation)) keepBest(broken, each);
    }
  }
  return [...valid, ...[...broken.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))];
}

/** One for each thing that the document is found to break beyond the one that it is made of. */
function brokenBy(pack: LoadedPack, base: ValidCase, { operation, says }: Mutation): BrokenCase[] {
  const patch = [operation] as const;
  const document = readDocument(patched(base.document, patch));
  if (document === undefined) return [];
  const { stages, findings } = judgeDocument(pack, document);
  if (stages.at(-1) !== base.stage) return [];
  return findings
    .filter(({ event }) => event === stages.length - 1)
    .map((breaks) => ({
      ...{ id: `${pack.pack.id}/${base.stage}/${nameOf(breaks)}`, kind: 'invalid', stage: base.stage },
      ...{ of: base.id, document, findings, patch: [operation], says, breaks },
    }));
}

function nameOf({ rule, element, effect }: PackFinding): string {
  const name = [rule.replace('.', '-'), element].filter((part) => part !== undefined).join('-');
  return effect === 'unknown' ? `${name}-unknown` : name;
}

/** The first of those with the fewest findings: where one thing can be broken by itself, it is. */
function keepBest(cases: Map<string, BrokenCase>, each: BrokenCase): void {
  const kept = cases.get(each.id);
  if (kept === undefined || each.findings.length < kept.findings.length) cases.set(each.id, each);
}
