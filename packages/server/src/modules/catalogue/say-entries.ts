/** What an organisation says of its things: as a document of EPCIS would bring it, by the same way. */
import { ENTRIES_MAX, FINDINGS_TOLD_MAX, Problem, type SaidBody } from '@suyuan/api';
import type { Finding } from '@suyuan/epcis';
import type { Ctx } from '../../platform/ctx.ts';
import { captureVocabulary } from '../events/index.ts';
import { actingFor, mustBe } from '../identity/index.ts';
import type { Sequencer } from '../integrity/index.ts';
import { identifierAttribute } from '../registry/index.ts';
import type { Table } from './csv/read-table.ts';
import { KINDS } from './kinds.ts';
import { type MergeWords, mergeAttributes, readMergeWords } from './merges/merge-entries.ts';
import { type Entry, readEntries } from './read-entries.ts';

/** All of them, or none. @throws Problem `registry.invalid`, with a finding for everything that is wrong */
export async function sayEntries(ctx: Ctx, deps: { readonly sequencer: Sequencer }, given: unknown): Promise<SaidBody> {
  mustBe(ctx.actor, 'capture');
  actingFor(ctx.actor);
  if (!Array.isArray(given) || given.length === 0 || given.length > ENTRIES_MAX)
    throw new Problem('registry.many', { max: ENTRIES_MAX });
  return store(ctx, deps, readEntries(given));
}

/** Entries of the rows of a file. @throws Problem `registry.invalid`, with row and column of everything that is wrong */
export async function sayTable(
  ctx: Ctx,
  deps: { readonly sequencer: Sequencer },
  { entries: given, findings: before, placed }: Table,
): Promise<SaidBody> {
  mustBe(ctx.actor, 'capture');
  actingFor(ctx.actor);
  if (before.length === 0 && (given.length === 0 || given.length > ENTRIES_MAX))
    throw new Problem('registry.many', { max: ENTRIES_MAX });
  const { entries, findings } = readEntries(given.slice(0, ENTRIES_MAX));
  return store(ctx, deps, { entries, findings: before.length > 0 ? before : findings.map(placed) });
}

async function store(
  ctx: Ctx,
  deps: { readonly sequencer: Sequencer },
  { entries, findings }: { readonly entries: readonly Entry[]; readonly findings: readonly Finding[] },
): Promise<SaidBody> {
  if (findings.length > 0) {
    const told = findings.slice(0, FINDINGS_TOLD_MAX);
    throw new Problem(
      'registry.invalid',
      { count: findings.length },
      { findings: told, findingCount: findings.length },
    );
  }
  const codes = entries.map(({ code }) => code);
  const words = await ctx.read((tx) => readMergeWords(tx, codes));
  const stored = await captureVocabulary(
    ctx,
    deps,
    entries.map((entry) => vocabularyOf(entry, words.get(entry.code))),
  );
  return { stored, unchanged: entries.length - stored };
}

/** Always in one order, so that what is said again is the same text. What was merged stays so until that is undone. */
function vocabularyOf(
  { kind, code, attributes, identifiers, parts }: Entry,
  words: MergeWords = { different: [] },
): unknown {
  const named = [...new Set(identifiers.map(({ scheme, value }) => `${scheme} ${value}`))].sort().map((each) => {
    const [scheme = '', ...value] = each.split(' ');
    return { id: identifierAttribute(scheme), attribute: value.join(' ') };
  });
  const said = attributes.flatMap(([id, values]) => values.map((attribute) => ({ id, attribute })));
  const children = parts.length === 0 ? {} : { children: parts };
  return {
    type: KINDS[kind].types[0],
    vocabularyElementList: [{ id: code, attributes: [...said, ...named, ...mergeAttributes(words)], ...children }],
  };
}
