/** A program of its own: clients that keep their connections and ask, one request after the other, and how fast they are answered. */
import { Agent, get } from 'node:http';

export interface AskOften {
  readonly url: string;
  readonly clients: number;
  readonly warmMs: number;
  readonly runMs: number;
}

export interface Asked {
  readonly perSecond: number;
}

const HEADERS = { accept: 'text/html', 'accept-encoding': 'br, gzip', 'accept-language': 'zh-CN' };

async function askOften({ url, clients, warmMs, runMs }: AskOften): Promise<Asked> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const ask = () =>
    new Promise<void>((done, fail) => {
      const request = get(url, { agent, headers: HEADERS }, (answer) => {
        if (answer.statusCode !== 200) fail(new Error(`answered with ${answer.statusCode}`));
        answer.resume().once('end', done).once('error', fail);
      });
      request.once('error', fail);
    });
  const during = async (ms: number): Promise<number> => {
    const start = performance.now();
    let count = 0;
    const one = async (): Promise<void> => {
      while (performance.now() - start < ms) {
        await ask();
        count += 1;
      }
    };
    await Promise.all(Array.from({ length: clients }, one));
    return (count / (performance.now() - start)) * 1000;
  };
  await during(warmMs);
  const perSecond = await during(runMs);
  agent.destroy();
  return { perSecond };
}

console.log(JSON.stringify(await askOften(JSON.parse(process.argv[2] ?? ''))));
