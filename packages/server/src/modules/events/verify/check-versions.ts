import type { MasterData } from '../../registry/index.ts';
import type { Tell } from './fault.ts';
import type { ReceivedBlock } from './store-verify.ts';

/** Master data of a block as it should be, beside what is there. */
export function checkVersions(
  { block, orgNo, versions }: ReceivedBlock,
  { said, tell }: { readonly said: readonly MasterData[]; readonly tell: Tell },
): void {
  const rows = new Map(versions.map((row) => [row.place, row]));
  for (const [place, { type, code, digest, attributes, children, identifiers }] of said.entries()) {
    const row = rows.get(place);
    if (row === undefined) {
      tell({ kind: 'version-missing', block, what: `${place} ${code}` });
      continue;
    }
    const expected = { place, orgNo, type, code, digest, attributes: JSON.stringify(attributes), children };
    const what = Object.entries(expected).find(
      ([name, value]) => JSON.stringify(Reflect.get(row, name)) !== JSON.stringify(value),
    )?.[0];
    if (what !== undefined) tell({ kind: 'version-differs', block, what: `${place} ${code} ${what}` });
    const named = identifiers.map(({ scheme, value }) => `${orgNo} ${scheme} ${value}`).sort();
    if (JSON.stringify(named) !== JSON.stringify([...row.identifiers].sort())) {
      tell({ kind: 'version-differs', block, what: `${place} ${code} identifiers` });
    }
  }
  for (const { place, code } of versions) {
    if (place < 0 || place >= said.length) tell({ kind: 'version-stray', block, what: `${place} ${code}` });
  }
}
