import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { randomStream } from '@noether/numerics';
import { reactionDiffusion, waveFrames } from '@noether/datasets';

const options = { size: 12, frames: 30, noise: 0.1 };
const context = { random: randomStream(2), observe: () => undefined };

test('frames one by one are the frames of the data set, with the same noise', () => {
  const { train, validation, test: judged } = reactionDiffusion(options, context);
  const parts = [train, validation, judged].map(({ items: [item] }) => item);
  const frames = [...waveFrames(options, context)].length;
  assert.is(frames, 30);
  let [part, row] = [0, 0];
  for (const { time, state, velocity } of waveFrames(options, context)) {
    if (row === parts[part].times.length) [part, row] = [part + 1, 0];
    const { times, states, velocities } = parts[part];
    assert.is(time, times[row]);
    assert.equal(state, states.slice(144 * row, 144 * (row + 1)));
    assert.equal(velocity, velocities?.slice(144 * row, 144 * (row + 1)));
    row += 1;
  }
  assert.equal([part, row], [2, 3]);
});

test('a signal stops the simulation, and options out of range are named', () => {
  const signal = AbortSignal.abort();
  assert.throws(() => waveFrames(options, { ...context, signal }).next(), /abort/i);
  assert.throws(() => waveFrames({ frames: 9 }, context).next(), /frames is 9/);
  assert.throws(() => waveFrames({ substeps: 0.5 }, context).next(), /substeps is 0.5/);
});

test.run();
