import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Refused, UsageError } from './command.ts';

/** The EPCIS JSON documents among files and folders, in order of their names; folders are searched through. */
export function documentFiles(paths: readonly string[]): string[] {
  if (paths.length === 0) throw new UsageError('缺少文件或文件夹 · a file or folder is needed');
  return paths.flatMap((path) => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) throw new Refused(`找不到 ${path} · there is no ${path}`);
    if (!stat.isDirectory()) return [path];
    return readdirSync(path, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(json|jsonld)$/i.test(name))
      .sort()
      .map((name) => join(path, name));
  });
}
