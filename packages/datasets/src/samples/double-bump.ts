import { invalidArgument } from '@noether/contracts';
import type { SampleSource } from './sample-source.js';

const LENGTH = 64;
const WIDTH = 16;

/**
 * The signal of the double-bump world, length 64: half a rectangle and half a triangle, each 16 wide and
 * 1 high, shifted cyclically to the right by `rectangle` and `triangle`.
 * @throws NoetherError when a shift is not a whole number from 0 to 63
 */
export function doubleBumpSignal(rectangle: number, triangle: number): Float64Array {
  for (const [name, shift] of Object.entries({ rectangle, triangle })) {
    if (!(Number.isInteger(shift) && shift >= 0 && shift < LENGTH)) {
      throw invalidArgument(name, shift, `give a whole number from 0 to ${LENGTH - 1}`);
    }
  }
  const signal = new Float64Array(LENGTH);
  for (let at = 0; at < WIDTH; at++) {
    signal[(at + rectangle) % LENGTH] += 0.5;
    signal[(at + triangle) % LENGTH] += 0.5 * (1 - Math.abs((2 * at + 1) / WIDTH - 1));
  }
  return signal;
}

/**
 * The double-bump world of LaLiGAN (Yang et al., ICML 2024): {@link doubleBumpSignal} with both shifts
 * uniform, SO(2) × SO(2) acting by shifts. The factors are the shifts as angles, 2π/64 each step.
 */
export const doubleBump: SampleSource = Object.freeze({
  name: 'double-bump',
  names: Array.from({ length: LENGTH }, (_, at) => `s${at}`),
  factors: ['rectangle', 'triangle'],
  defaults: { train: 10_000, validation: 1000, test: 1000, noise: 0 },
  draw: (random) => {
    const [rectangle, triangle] = [random.integer(LENGTH), random.integer(LENGTH)];
    const factor = Float64Array.of(rectangle, triangle).map(
      (shift) => (2 * Math.PI * shift) / LENGTH,
    );
    return { state: doubleBumpSignal(rectangle, triangle), factor };
  },
} satisfies SampleSource);
