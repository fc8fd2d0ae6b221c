import { connect } from 'node:net';

export interface RawAnswer {
  readonly status: number;
  /** By their names in lower case; empty where nothing was answered. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Sends bytes as they stand and reads until the server closes: what no HTTP client would let through. */
export function rawRequest(url: string, parts: string | readonly string[]): Promise<RawAnswer> {
  return new Promise((done, fail) => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    // A server that closes while there is more to come resets the connection; what it said counts.
    socket.on('error', (error) => {
      if (chunks.length === 0) fail(error);
    });
    socket.on('close', () => done(readAnswer(Buffer.concat(chunks).toString())));
    for (const part of [parts].flat()) socket.write(Buffer.from(part, 'latin1'));
  });
}

function readAnswer(text: string): RawAnswer {
  const [head = '', ...body] = text.split('\r\n\r\n');
  const [status = '', ...lines] = head.split('\r\n');
  const headers = lines.map((line) => [line.split(':')[0]?.toLowerCase() ?? '', line.replace(/^[^:]*:\s*/, '')]);
  return { status: Number(status.split(' ')[1]), headers: Object.fromEntries(headers), body: body.join('\r\n\r\n') };
}
