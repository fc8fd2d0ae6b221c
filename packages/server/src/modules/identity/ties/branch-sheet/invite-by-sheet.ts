/** All branches of a sheet, with an invitation into each that names somebody: all of them, or none. */
import { Problem } from '@suyuan/api';
import type { ActingOrganisation, Ctx } from '../../../../platform/ctx.ts';
import type { Tx } from '../../../../platform/db/index.ts';
import { noteAllHere } from '../../audit/note-here.ts';
import { noteTo } from '../../audit/note-to.ts';
import { turnTo } from '../../audit/store-occurrences.ts';
import { type MadeLink, makeLink } from '../../links/make-link.ts';
import { selectOwn } from '../../organisations/store-own.ts';
import { manager, roleToGive } from '../../people/manage-people.ts';
import { readRows, type SheetFinding, type WantedBranch, type WantedBranches } from './read-rows.ts';
import { readXlsx } from './read-xlsx.ts';
import { addBranches, selectBranchNames } from './store-sheet.ts';

const AS = { as: 'identity' } as const;

export interface MadeBranch {
  readonly id: string;
  readonly name: string;
  readonly invitation: (MadeLink & { readonly name: string }) | undefined;
}

export interface SheetOutcome {
  /** How many branches and invitations the sheet asks for. */
  readonly branches: number;
  readonly invitations: number;
  /** In the order of the sheet. */
  readonly findings: readonly SheetFinding[];
  /** Empty where it was only looked at, or anything was found. */
  readonly made: readonly MadeBranch[];
}

/** Thrown to take back what was done to see whether it can be. */
class TakenBack extends Error {}

/** @throws Problem */
export async function inviteBySheet(ctx: Ctx, file: Buffer, isOnlyCheck: boolean): Promise<SheetOutcome> {
  const { personId, orgNo } = manager(ctx);
  const wanted = readRows(await readXlsx(file));
  const findings = [...wanted.findings];
  let made: readonly MadeBranch[] = [];
  await ctx
    .write(async (tx) => {
      const found = await findRefused(tx, ctx, wanted);
      const added = await addAll(tx, wanted, { findings, found });
      if (isOnlyCheck || findings.length > 0) throw new TakenBack();
      const notes = added.map(({ id, branch }) => ({
        kind: 'branch.made' as const,
        about: id,
        detail: { name: branch.name },
      }));
      await noteAllHere(tx, ctx, notes);
      made = await inviteAll(tx, ctx, { added, personId });
      await turnTo(tx, orgNo);
    }, AS)
    .catch((error: unknown) => {
      if (!(error instanceof TakenBack)) throw error;
    });
  findings.sort((a, b) => a.row - b.row || a.column.localeCompare(b.column));
  const invitations = wanted.branches.filter(({ invited }) => invited !== null).length;
  return { branches: wanted.branches.length, invitations, findings, made };
}

/** What is known before anything is tried: names that there are, roles that the caller may not give. */
async function findRefused(tx: Tx, ctx: Ctx, { branches, letterOf }: WantedBranches): Promise<readonly SheetFinding[]> {
  const names = await selectBranchNames(tx);
  const refused = new Map<string, Problem>();
  for (const role of new Set(branches.flatMap(({ invited }) => invited?.role ?? [])))
    await roleToGive(tx, ctx.actor, role).catch((error: unknown) => {
      if (!(error instanceof Problem)) throw error;
      refused.set(role, error);
    });
  return branches.flatMap(({ row, name, invited }) => {
    const beyond = refused.get(invited?.role ?? '');
    return [
      ...(names.has(name)
        ? [{ row, column: letterOf('name'), problem: new Problem('branch-sheet.name-taken', { name }) }]
        : []),
      ...(beyond === undefined ? [] : [{ row, column: letterOf('role'), problem: beyond }]),
    ];
  });
}

interface Added extends ActingOrganisation {
  readonly branch: WantedBranch;
}

/** Adds each that can be; whose a taken code is, is not told. */
async function addAll(
  tx: Tx,
  { branches, letterOf }: WantedBranches,
  { findings, found }: { readonly findings: SheetFinding[]; readonly found: readonly SheetFinding[] },
): Promise<readonly Added[]> {
  findings.push(...found);
  const own = await selectOwn(tx);
  // That a code is there twice was found before.
  const codes = new Set<string>();
  const once = branches.filter(({ code }) => code === null || (!codes.has(code) && codes.add(code)));
  const kept = await addBranches(
    tx,
    once.map(({ name, code, kind, region }) => ({ name, code, kind: kind ?? own?.kind ?? 'enterprise', region })),
  );
  return once.flatMap((branch, place) => {
    const added = kept.get(place);
    if (added !== undefined) return [{ ...added, branch }];
    const { row, code } = branch;
    const problem = new Problem('organisation.code-taken', { code: code ?? '' });
    findings.push({ row, column: letterOf('code'), problem });
    return [];
  });
}

async function inviteAll(
  tx: Tx,
  ctx: Ctx,
  { added, personId }: { readonly added: readonly Added[]; readonly personId: string },
): Promise<readonly MadeBranch[]> {
  const made: MadeBranch[] = [];
  for (const { no, id, branch } of added) {
    const { name, invited } = branch;
    if (invited === null) {
      made.push({ id, name, invitation: undefined });
      continue;
    }
    await turnTo(tx, no);
    const link = await makeLink(tx, { purpose: 'invitation', orgNo: no, ...invited, madeBy: personId });
    const detail = { purpose: 'invitation', ...invited };
    await noteTo(tx, ctx, { org: { no, id }, kind: 'link.made', about: link.id, detail });
    made.push({ id, name, invitation: { ...link, name: invited.name } });
  }
  return made;
}
