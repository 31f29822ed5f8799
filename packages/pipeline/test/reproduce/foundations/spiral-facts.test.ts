import { test } from 'uvu';
import { close } from '@noether/testkit';
import { randomStream } from '@noether/numerics';
import { spiralFacts } from '../../../src/reproduce/foundations/spiral-facts.js';

/** Frames a(t) (cos ωt, sin ωt) in the first two pixels, and a third that swings with amplitude b. */
function frames(omega: number, b: number): { times: Float64Array; states: Float64Array } {
  const times = Float64Array.from({ length: 800 }, (_, row) => 0.05 * row);
  const states = new Float64Array(3 * times.length);
  times.forEach((t, row) => {
    const pixels = [Math.cos(omega * t), Math.sin(omega * t), b * Math.SQRT2 * Math.cos(7.3 * t)];
    states.set(pixels, 3 * row);
  });
  return { times, states };
}

test('the frequency of a rotation is found in either direction', () => {
  for (const omega of [0.908, -2.3]) {
    close(spiralFacts(frames(omega, 0)).frequency, Math.abs(omega), { rtol: 1e-6 });
  }
});

test('the two modes hold the share of the rotation, whatever else there is', () => {
  const { twoModes } = spiralFacts(frames(2, 0.2));
  close(twoModes, 1 / 1.04, { atol: 2e-3 });
});

test('the modes are found in mixed pixels too', () => {
  const { times, states } = frames(1.1, 0.1);
  const random = randomStream('mixing');
  const [angle] = [random.uniform()];
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const mixed = states.slice();
  for (let at = 0; at < mixed.length; at += 3) {
    mixed[at] = c * states[at] - s * states[at + 2];
    mixed[at + 2] = s * states[at] + c * states[at + 2];
  }
  close(spiralFacts({ times, states: mixed }).frequency, 1.1, { rtol: 0.01 });
});

test.run();
