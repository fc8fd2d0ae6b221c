/** What is no HTTP request never becomes one: it is answered on its socket, as a problem too, and the line is closed. */
import type { Socket } from 'node:net';
import { Problem, problemBody } from '@suyuan/api';

/** Of the request line and the headers together; Node's own default, said so that the answer can name it. */
export const HEADERS_BYTES_MAX = 16 * 1024;

/** How long a client may take to read its answer; what it still sends is thrown away meanwhile. */
const LINGER_MS = 1_000;

const STATUS_TEXTS: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  413: 'Content Too Large',
  431: 'Request Header Fields Too Large',
};

/** An error of Node's parser, which has a sentence of its own beside the code. */
interface ParserError extends Error {
  readonly code?: string;
  readonly reason?: string;
}

/** Answers an error that Node's HTTP server met before or inside a request, and closes the connection. */
export function answerClientError(error: ParserError, socket: Socket, headers: Readonly<Record<string, string>>): void {
  // Whoever went away reads no answer; who got one gets no second for what came behind.
  if (error.code === 'ECONNRESET' || socket.destroyed || socket.writableEnded) return;
  if (!socket.writable || isAnswering(socket)) {
    socket.destroy(error);
    return;
  }
  socket.end(answerOf(problemOfParser(error), headers));
  // A socket that is closed with bytes unread is reset, and the answer is lost with it.
  socket.resume();
  const timer = setTimeout(() => socket.destroy(), LINGER_MS).unref();
  socket.once('close', () => clearTimeout(timer));
}

/** Whether the head of another answer is out on this socket, into which this one would fall. */
function isAnswering(socket: Socket): boolean {
  const message: unknown = Reflect.get(socket, '_httpMessage');
  return typeof message === 'object' && message !== null && Reflect.get(message, 'headersSent') === true;
}

function problemOfParser({ code, reason }: ParserError): Problem {
  switch (code) {
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new Problem('request.timeout');
    case 'HPE_HEADER_OVERFLOW':
      return new Problem('request.headers-too-large', { limit: `${HEADERS_BYTES_MAX / 1024} KiB` });
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return new Problem('request.too-large', { limit: `${HEADERS_BYTES_MAX / 1024} KiB` });
    default:
      return new Problem('request.malformed', { reason: reason ?? code ?? 'HTTP' });
  }
}

/** In both languages, since what the client would rather read was not read. */
function answerOf(problem: Problem, headers: Readonly<Record<string, string>>): string {
  const [zh, en] = [problemBody(problem, 'zh', 'v1'), problemBody(problem, 'en', 'v1')];
  const body = JSON.stringify({ ...zh, title: `${zh.title} · ${en.title}` });
  const lines = {
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
    date: new Date().toUTCString(),
    ...headers,
  };
  const head = Object.entries(lines).map(([name, value]) => `${name}: ${value}`);
  const status = `HTTP/1.1 ${problem.status} ${STATUS_TEXTS[problem.status] ?? ''}`;
  return `${[status, ...head].join('\r\n')}\r\n\r\n${body}`;
}
