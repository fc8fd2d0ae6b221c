/**
 * Who imports whom, after `.dependency-cruiser.cjs`: `node tools/check-boundaries.ts`.
 *
 * A cruiser that reads nothing finds nothing, so this also asserts that every TypeScript file on disk was read and
 * that imports were found in every workspace.
 */
import { createRequire } from 'node:module';
import { join, relative, sep } from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import { filesUnder, isEntryPoint, ROOT, report, workspacesOf } from './repository.ts';

interface Cruised {
  readonly modules: readonly { readonly source: string; readonly dependencies: readonly unknown[] }[];
  readonly violations: readonly { readonly rule: string; readonly from: string; readonly to: string }[];
}

/**
 * One line a fault; empty when every boundary holds and everything was read.
 * `root` is the folder of the repository; `overrides` replace options of the configuration.
 */
export async function checkBoundaries(root: string, overrides: ICruiseOptions = {}): Promise<readonly string[]> {
  const workspaces = workspacesOf(root);
  const cruised = await cruiseWorkspaces(root, workspaces, overrides);
  return [
    ...cruised.violations.map(({ rule, from, to }) => `${rule}: ${from} → ${to}`),
    ...unread(root, workspaces, cruised),
  ];
}

async function cruiseWorkspaces(
  root: string,
  workspaces: readonly string[],
  overrides: ICruiseOptions,
): Promise<Cruised> {
  const { forbidden, options } = createRequire(import.meta.url)('../.dependency-cruiser.cjs');
  const rules: ICruiseOptions = { baseDir: root, validate: true, ruleSet: { forbidden } };
  const cruiseOptions: ICruiseOptions = { ...options, ...rules, ...overrides };
  const { output } = await cruise([...workspaces], cruiseOptions, options.enhancedResolveOptions);
  if (typeof output === 'string') throw new Error(`the cruiser answered with text: ${output.slice(0, 200)}`);
  return { modules: output.modules, violations: violationsOf(output) };
}

function violationsOf(output: ICruiseResult): Cruised['violations'] {
  return output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
}

function unread(root: string, workspaces: readonly string[], { modules }: Cruised): readonly string[] {
  const read = new Map(modules.map(({ source, dependencies }) => [source, dependencies.length]));
  return workspaces.flatMap((workspace) => {
    const files = filesUnder(join(root, workspace))
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => relative(root, file).split(sep).join('/'));
    const missed = files.filter((file) => !read.has(file));
    if (files.length === 0 || missed.length > 0) {
      return [`unread: ${workspace}: ${missed.length} of ${files.length} files, ${missed[0] ?? 'there are none'}`];
    }
    const imports = files.reduce((sum, file) => sum + (read.get(file) ?? 0), 0);
    return imports < files.length / 2 ? [`unread: ${workspace}: ${imports} imports in ${files.length} files`] : [];
  });
}

if (isEntryPoint(import.meta.url)) {
  report('boundaries', await checkBoundaries(ROOT));
}
