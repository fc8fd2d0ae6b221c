/** A second door to the same routes, by TLS: for phones of the local network, beside plain HTTP for this machine. */
import { createServer, type Server } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { answerClientError } from './client-errors.ts';
import { ANSWER_HEADERS, HTTP_OPTIONS, KEEP_ALIVE_MS, REQUEST_TIMEOUT_MS } from './http-options.ts';
import { SOCKET_TIMEOUT_MS } from './idle-socket.ts';

/** A certificate with those above it, and its private key; both PEM. */
export interface Credentials {
  readonly cert: string;
  readonly key: string;
}

export interface TlsListenerOptions {
  readonly port: number;
  /** All addresses of the machine if not given. */
  readonly host?: string | undefined;
  readonly credentials: Credentials;
}

export interface TlsListener {
  /** Resolves to the port once it listens. Call it when the routes are ready. */
  listen(): Promise<number>;
  /** Shows these to whoever connects from now on; connections that are open go on. */
  renew(credentials: Credentials): void;
  /** Ends what is open at once. */
  cut(): void;
  /** Resolves when the app was closed and the last connection is. */
  readonly closed: Promise<void>;
}

/** No phone of the last ten years needs less. */
const TLS_OLDEST = 'TLSv1.2';
/** As long as for the head of a request; Node's own is 120 s, for which a silent client would hold a connection. */
const HANDSHAKE_TIMEOUT_MS = HTTP_OPTIONS.headersTimeout;

/** Call it before the app listens; the app's close closes this too. Has the limits of the app's own listener. */
export function addTlsListener(app: FastifyInstance, { port, host, credentials }: TlsListenerOptions): TlsListener {
  const server = createServer(
    { ...HTTP_OPTIONS, ...credentials, minVersion: TLS_OLDEST, handshakeTimeout: HANDSHAKE_TIMEOUT_MS },
    app.routing,
  );
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.setTimeout(SOCKET_TIMEOUT_MS);
  server.on('checkExpectation', app.routing);
  server.on('clientError', answerParserError);
  const handshaking = trackHandshakes(server);
  const { promise: closed, resolve: close } = Promise.withResolvers<void>();
  // Started and not waited for: the other listener closes at the same time. Node closes what is idle; what is under way
  // is told by the app to come over another connection.
  app.addHook('preClose', async () => {
    server.close(() => close());
    for (const socket of handshaking()) socket.destroy();
  });
  return {
    listen: () => listen(server, port, host),
    renew: ({ cert, key }) => server.setSecureContext({ cert, key, minVersion: TLS_OLDEST }),
    cut: () => server.closeAllConnections(),
    closed,
  };
}

/** Connections that are no HTTP yet, which Node neither counts as idle nor closes. */
function trackHandshakes(server: Server): () => Iterable<Socket> {
  const sockets = new Map<string, Socket>();
  const peerOf = ({ remoteAddress, remotePort }: Socket): string => `${remoteAddress} ${remotePort}`;
  server.on('connection', (socket: Socket) => {
    const peer = peerOf(socket);
    sockets.set(peer, socket);
    socket.once('close', () => sockets.delete(peer));
  });
  server.on('secureConnection', (socket) => sockets.delete(peerOf(socket)));
  return () => sockets.values();
}

async function listen(server: Server, port: number, host: string | undefined): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host }, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address();
  return isAddressInfo(address) ? address.port : port;
}

function isAddressInfo(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}

/** Node brings failed handshakes here too, and there is nobody to answer: a phone that does not trust us, plain HTTP. */
function answerParserError(error: Error & { code?: string }, socket: Socket): void {
  if (/^(?:HPE_|ERR_HTTP_)/.test(error.code ?? '')) answerClientError(error, socket, ANSWER_HEADERS);
  else socket.destroy();
}
