/** Which PostgreSQL answers, and whether its minor version lacks repairs that are published. */
import type { Queryable } from './pool.ts';

export interface ServerVersion {
  /** `18.4` */
  readonly version: string;
  /** The newest minor version that this program knows of, where the server is older. */
  readonly behind?: string;
}

/**
 * The newest minor version of each major one, as far as was known when this program was made. A minor version holds
 * repairs only. 18.6 came on 2026-08-13 (28 weaknesses repaired); 15.18, 16.14 and 17.10 on 2026-05-14.
 */
const NEWEST_MINOR: ReadonlyMap<number, number> = new Map([
  [15, 18],
  [16, 14],
  [17, 10],
  [18, 6],
]);

/** Reads PostgreSQL's `server_version_num`: the major version times 10,000, and the minor one. */
export function versionBehind(versionNumber: number): ServerVersion {
  const major = Math.floor(versionNumber / 10_000);
  const minor = versionNumber % 10_000;
  const newest = NEWEST_MINOR.get(major);
  const version = `${major}.${minor}`;
  return newest !== undefined && minor < newest ? { version, behind: `${major}.${newest}` } : { version };
}

export async function serverVersion(db: Queryable): Promise<ServerVersion> {
  const { rows } = await db.query<{ number: number }>(`select current_setting('server_version_num')::int as number`);
  return versionBehind(rows[0]?.number ?? 0);
}

/** One line for whoever runs the program; undefined where nothing is to be said. */
export function complaintOf(
  { version, behind }: ServerVersion,
  { isEmbedded }: { readonly isEmbedded: boolean },
): string | undefined {
  if (behind === undefined) return undefined;
  const [zh, en] = isEmbedded
    ? [
        '可用 SUYUAN_POSTGRES_BIN 指定较新的程序，或用 DATABASE_URL 指定服务器',
        'name newer programs with SUYUAN_POSTGRES_BIN, or a server with DATABASE_URL',
      ]
    : ['请升级该服务器', 'update the server'];
  return (
    `PostgreSQL ${version} 落后于 ${behind}，缺少已公布的安全修复；${zh} · ` +
    `PostgreSQL ${version} is behind ${behind} and lacks published security repairs; ${en}`
  );
}
