/** A thread of the tests: it does what it is told. */
import { Problem } from '@suyuan/api';
import { workInThread } from './work-in-thread.ts';

export interface TestJob {
  readonly does: 'tell' | 'refuse' | 'fail' | 'exit' | 'go-on' | 'go-on-silently';
  /** Counts what was written. */
  readonly written?: SharedArrayBuffer;
}

const PIECE = 'x'.repeat(100_000);

await workInThread<TestJob>(async (actor, { does, written = new SharedArrayBuffer(4) }, out) => {
  const count = new Int32Array(written);
  switch (does) {
    case 'tell':
      out.head({ 'test-actor': actor.is });
      await out.write('told ');
      await out.write('whole');
      return;
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
  }
});
