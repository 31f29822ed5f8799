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

test('of a fine grid every third point along each side can be kept', () => {
  const whole = reactionDiffusion({ size: 13, frames: 10, noise: 0 }, context).train.items[0];
  const { train } = reactionDiffusion({ size: 13, every: 3, frames: 10, noise: 0 }, context);
  const { states, velocities } = train.items[0];
  assert.is(train.names.length, 25);
  assert.is(train.names[7], 'u[1,2]');
  for (let at = 0; at < states.length; at++) {
    const [row, y, x] = [Math.floor(at / 25), Math.floor((at % 25) / 5), at % 5];
    const from = 169 * row + 39 * y + 3 * x;
    assert.is(states[at], whole.states[from]);
    assert.is(velocities?.[at], whole.velocities?.[from]);
  }
  assert.throws(() => waveFrames({ every: 0 }, context).next(), /every is 0/);
});

test('a signal stops the simulation, and options out of range are named', () => {
  const signal = AbortSignal.abort();
  assert.throws(() => waveFrames(options, { ...context, signal }).next(), /abort/i);
  assert.throws(() => waveFrames({ frames: 9 }, context).next(), /frames is 9/);
  assert.throws(() => waveFrames({ substeps: 0.5 }, context).next(), /substeps is 0.5/);
});

test.run();
