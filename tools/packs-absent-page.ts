/** docs/reference/packs/absent.md: what no pack holds though the law asks it, and what packs hold that was not verified. */
import { itemsOf, KIND_NAMES, KINDS, type Pack } from '../packages/profiles/src/index.ts';
import { table } from './markdown-table.ts';

type Words = { readonly zh: string; readonly en: string };
const both = ({ zh, en }: Words): string => `${zh} · ${en}`;

export function absentPage(packs: readonly Pack[], written: string): string {
  return `${[
    '# 未收入和未核实的内容 · What is not in the packs, and what is not verified',
    written,
    '法规要求而规则包没有收入的内容，以及已收入但没有查到原文的内容。未核实的内容只提示，从不拒收。',
    'What the law asks and a pack does not hold, and what a pack holds though no text of it was found. What is not verified is told, and never refuses anything.',
    table(HEAD, packs.map(counts)),
    ...packs.flatMap((pack) => [
      `## ${both(pack.name)} \`${pack.id}\` ${pack.version}`,
      '### 未收入 · Not in it',
      absentOf(pack),
      '### 未核实 · Not verified',
      unverifiedTable(pack),
      '### 没有保存期限的环节 · Steps without a time of keeping',
      unkeptOf(pack),
    ]),
  ].join('\n\n')}\n`;
}

const HEAD = ['规则包 · Pack', '未收入 · Not in it', '未核实 · Not verified'];

const counts = (pack: Pack): string[] => [
  `[\`${pack.id}\`](${pack.id}.md)`,
  String(pack.absent.length),
  String(unverifiedOf(pack).length),
];

function absentOf({ absent, sources }: Pack): string {
  const rows = absent.map(({ what, why, source }) => [both(what), both(why), titleOf(sources, source)]);
  return table(['内容 · What', '原因 · Why', '来源 · Source'], rows);
}

function titleOf(sources: Pack['sources'], source: string | undefined): string {
  const title = source === undefined ? undefined : sources[source]?.title;
  return title === undefined ? '' : both(title);
}

interface Unverified {
  readonly kind: Words;
  readonly id: string;
  readonly name: Words;
  readonly from?: string | undefined;
}

function unverifiedOf(pack: Pack): Unverified[] {
  const items = itemsOf(pack);
  return KIND_NAMES.flatMap((kind) =>
    items[kind].flatMap(({ id, name, value }) => {
      const { confidence, from }: { confidence?: string; from?: string } = value;
      return confidence === 'unverified' ? [{ kind: KINDS[kind], id, name, from }] : [];
    }),
  );
}

function unverifiedTable(pack: Pack): string {
  const rows = unverifiedOf(pack).map(({ kind, id, name, from = '' }) => [both(kind), `\`${id}\``, both(name), from]);
  return table(['种类 · Kind', 'Id', '名称 · Name', '起 · From'], rows);
}

/** Of these no clause says how long their records are kept. */
function unkeptOf({ stages, retention }: Pack): string {
  const kept = new Set(retention.flatMap((item) => item.stages));
  const unkept = stages.filter(({ id }) => !kept.has(id));
  return unkept.length === 0
    ? '无 · None'
    : table(
        ['Id', '环节 · Step'],
        unkept.map(({ id, name }) => [`\`${id}\``, both(name)]),
      );
}
