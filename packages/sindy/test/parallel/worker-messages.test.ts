import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { polynomialLibrary } from '@noether/sindy';
import { type WorkerPort, workerPool } from '../../src/parallel/equation-workers.js';
import { sharedArray } from '../../src/parallel/shared-array.js';
import type { WorkerReply, WorkerRequest } from '../../src/parallel/worker-messages.js';
import { workerService } from '../../src/parallel/worker-service.js';
import { rowFactoring } from '../../src/regress/row-factor.js';

const test = suite('messages between threads');

/** A worker in this thread that gets copies and handed-over memory as another thread would. */
function portHere(): WorkerPort {
  let tell: (reply: WorkerReply) => void = () => undefined;
  const serve = workerService((reply, transfer) => {
    const received = structuredClone(reply, { transfer });
    queueMicrotask(() => tell(received));
  });
  return {
    send: (request, transfer) => serve(structuredClone(request, { transfer }) as WorkerRequest),
    listen: (onReply) => void (tell = onReply),
    hold: () => undefined,
    end: () => Promise.resolve(),
  };
}

const library = polynomialLibrary(['x', 'y'], 2);
const sides = ["x'", "y'"];

for (const [what, create] of [
  ['shared memory stays where it is', sharedArray],
  ['other memory is handed over and comes back', (length: number) => new Float64Array(length)],
] as const) {
  test(`${what}; the factor is the same`, async () => {
    const rows = { states: create(100), velocities: create(100), weights: create(50).fill(2) };
    const states = Array.from(rows.states, (_, at) => Math.sin(at));
    rows.states.set(states);
    rows.velocities.set(states.toReversed());
    const expected = rowFactoring(library, sides)(rows, 0, 50);
    const held = rows.states.buffer;
    const reduced = await workerPool([portHere()]).reducer(library, sides).reduce(rows, 50);
    assert.equal(reduced.result, expected);
    assert.is(held.byteLength, held instanceof ArrayBuffer ? 0 : 800);
    assert.equal([...reduced.rows.states], states);
    assert.is(reduced.rows.weights!.length, 50);
  });
}

test.run();
