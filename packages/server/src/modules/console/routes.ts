/** The console: one page for every address under `/console`, and the files that it loads. */
import { randomBytes } from 'node:crypto';
import fastifyStatic from '@fastify/static';
import { Problem } from '@suyuan/api';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { pathOf } from '../../platform/http/problems.ts';

/** What the browser loads. Whoever starts the server hands it in. */
export interface ConsoleAssets {
  /** Folder of the browser's files, served under `/console/assets/`; their names change with their content. */
  readonly assetsDir: string;
  /** The script of the service worker. */
  readonly worker: string;
  /** The one page; its scripts make styles of their own, which the browser takes by `nonce`. */
  indexHtml(nonce: string): string;
}

const NONCE_BYTES = 16; // CSP 3 §7.1: at least 128 bits, another for every answer

interface ConsoleDeps extends ConsoleAssets {
  /** The page says so, above everything. */
  readonly isDemonstration: boolean;
}

export async function consoleRoutes(app: FastifyInstance, console: ConsoleDeps): Promise<void> {
  await app.register(fastifyStatic, {
    root: console.assetsDir,
    prefix: '/console/assets/',
    // One route a file that was built: what anybody asks for never becomes a path of the file system.
    wildcard: false,
    immutable: true,
    preCompressed: true,
    maxAge: '1y',
    decorateReply: false,
  });
  const sendIndex = async (_request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const nonce = randomBytes(NONCE_BYTES).toString('base64url');
    const page = console.indexHtml(nonce);
    const marked = console.isDemonstration ? page.replace('<html', '<html data-demonstration') : page;
    return reply.headers(pageHeaders(nonce)).send(marked);
  };
  app.get('/console/worker.js', async (_request, reply) => reply.headers(WORKER_HEADERS).send(console.worker));
  app.get('/console', sendIndex);
  app.get('/console/*', sendIndex);
  // A file of an older build: answered with the page, a browser would take it for a script.
  const refuseAsset = async (request: FastifyRequest): Promise<never> => {
    throw new Problem('route.not-found', { path: pathOf(request) });
  };
  app.get('/console/assets', refuseAsset);
  app.get('/console/assets/*', refuseAsset);
}

/** Asked for anew each time that the page is opened, so that a new build is found; it may only ask this server. */
const WORKER_HEADERS = {
  'content-type': 'text/javascript; charset=utf-8',
  'cache-control': 'no-cache',
  // Also of the address without a stroke at its end, which is above the script's own.
  'service-worker-allowed': '/console',
  'content-security-policy': "default-src 'none'; connect-src 'self'",
};

/**
 * Scripts come from the server alone and carry no nonce of theirs; Ant Design writes its styles into the page, each with
 * the nonce. Style attributes are refused: React sets styles through the object model, which no policy binds.
 */
function pageHeaders(nonce: string): Readonly<Record<string, string>> {
  return {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy':
      `default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data:; ` +
      "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; " +
      "object-src 'none'",
    'permissions-policy': 'camera=(self), microphone=(), geolocation=()',
  };
}
