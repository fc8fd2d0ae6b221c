/** Both doors: plain HTTP for this machine, and HTTPS for phones where the settings say so. */
import type { FastifyInstance } from 'fastify';
import { type Config, ConfigError, type LanConfig } from './config.ts';
import type { Door } from './modules/reach/index.ts';

/**
 * Resolves to where this machine reaches the server once all doors are open. Where one does not open, another may be:
 * close the app then.
 *
 * @throws ConfigError where the door for phones does not open for what its settings say
 */
export async function listen(
  app: FastifyInstance,
  door: Door | undefined,
  { port, host, lan }: Pick<Config, 'port' | 'host' | 'lan'>,
): Promise<string> {
  const url = await app.listen({ port, host });
  try {
    await door?.open();
  } catch (error) {
    const told = lan === undefined ? undefined : refusalOf(error, lan);
    throw told === undefined ? error : new ConfigError(told, { cause: error });
  }
  return url;
}

function refusalOf(error: unknown, { port, host }: LanConfig): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  switch (error.code) {
    case 'EADDRINUSE':
      return (
        `HTTPS 端口 ${port} 已被占用，请用 SUYUAN_HTTPS_PORT 另设一个 · ` +
        `port ${port} for HTTPS is taken: set another, SUYUAN_HTTPS_PORT`
      );
    case 'EACCES':
      return (
        `系统不允许使用 HTTPS 端口 ${port}，请用 SUYUAN_HTTPS_PORT 另设一个，如 8443 · ` +
        `the system does not let port ${port} be used for HTTPS: set another, SUYUAN_HTTPS_PORT, such as 8443`
      );
    case 'EADDRNOTAVAIL':
      return `SUYUAN_LAN：${host} 不是本机的地址 · SUYUAN_LAN: ${host} is no address of this machine`;
    default:
      return undefined;
  }
}
