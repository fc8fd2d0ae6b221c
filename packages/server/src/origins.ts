/** Where people reach the server: what a link that is handed to them begins with. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Reach } from './modules/reach/index.ts';
import { isByTls, listeningOrigin } from './platform/http/server.ts';

export interface Origins {
  /** For whoever asks, who goes on where it is. */
  origin(request: FastifyRequest): string;
  /** For somebody else, who may open it on a phone, which this machine's own address leads nowhere. */
  sharedOrigin(request: FastifyRequest): string;
}

/** What is set counts before all else; a Host header only where it came by TLS and names what our certificate is of. */
export function originsOf(
  app: FastifyInstance,
  { publicUrl, reach }: { readonly publicUrl?: string | undefined; readonly reach?: Reach | undefined },
): Origins {
  const own = (): string => publicUrl ?? listeningOrigin(app);
  const origin = (request: FastifyRequest): string =>
    publicUrl ?? (isByTls(request) ? reach?.originOf(request.headers.host ?? '') : undefined) ?? own();
  const sharedOrigin = (request: FastifyRequest): string =>
    publicUrl ?? (isByTls(request) ? origin(request) : (reach?.addresses()[0] ?? own()));
  return { origin, sharedOrigin };
}
