/** A thread of the tests: it does what it is told. */
import { Problem } from '@suyuan/api';
import type { Actor } from '../ctx.ts';
import { HasLeft, type Out } from './out.ts';
import { workInThread } from './work-in-thread.ts';

export interface TestKinds {
  readonly test: { readonly asked: TestJob; readonly told: Told };
}

/** What it comes to: values that no text would hold. */
export interface Told {
  readonly as: string;
  readonly codes: ReadonlySet<string>;
}

export interface TestJob {
  readonly does: 'tell' | 'bytes' | 'refuse' | 'fail' | 'exit' | 'go-on' | 'go-on-silently';
  /** Counts what was written. */
  readonly written?: SharedArrayBuffer;
}

const PIECE = 'x'.repeat(100_000);

async function test(actor: Actor, { does, written = new SharedArrayBuffer(4) }: TestJob, out: Out): Promise<Told> {
  const count = new Int32Array(written);
  switch (does) {
    case 'tell':
      out.head({ 'test-actor': actor.is });
      await out.write('told ');
      await out.write('whole');
      break;
    case 'bytes':
      await out.write('a');
      // Of a memory that others have parts of too.
      await out.pass(Buffer.from('bytes'));
      await out.write('z');
      break;
    case 'refuse':
      throw new Problem('query.parameter', { name: 'code' });
    case 'fail':
      throw new TypeError('no such thing');
    case 'exit':
      process.exit(3);
      break;
    case 'go-on':
      for (;;) {
        await out.write(PIECE);
        Atomics.add(count, 0, 1);
      }
    case 'go-on-silently':
      // Work that never waits can see that nobody wants it any more.
      while (!out.hasLeft) Atomics.add(count, 0, 1);
      Atomics.store(count, 0, -1);
      throw new HasLeft();
  }
  return { as: actor.is, codes: new Set(['one', 'other']) };
}

await workInThread<TestKinds>({ test });
