import { readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { close } from '@noether/testkit';
import { rk4, type VectorField } from '@noether/numerics';

interface Golden {
  rk4_lorenz: { h: number; n: number; x0: number[]; y_every_50: number[][] };
  rk4_harmonic: { h: number; n: number; y_every_20: number[][] };
}
const golden: Golden = JSON.parse(
  readFileSync(new URL('../golden/integrators.json', import.meta.url), 'utf8'),
);

const test = suite('rk4');

const lorenz: VectorField = ({ 0: x, 1: y, 2: z }, velocity) => {
  velocity[0] = 10 * (y - x);
  velocity[1] = x * (28 - z) - y;
  velocity[2] = x * y - (8 / 3) * z;
};
const oscillator: VectorField = ({ 0: x, 1: v }, velocity) => {
  velocity[0] = v;
  velocity[1] = -x;
};

function every(states: Float64Array, d: number, stride: number): Float64Array {
  const rows: number[] = [];
  for (let row = 0; row * d < states.length; row += stride) {
    rows.push(...states.subarray(row * d, (row + 1) * d));
  }
  return Float64Array.from(rows);
}

test('Lorenz to t = 5 agrees with the reference to 1e-11', () => {
  const { h, n, x0, y_every_50 } = golden.rk4_lorenz;
  close(every(rk4(lorenz, x0, h, n), 3, 50), y_every_50.flat(), { atol: 1e-11 });
});

test('the oscillator agrees with the reference to 1e-13', () => {
  const { h, n, y_every_20 } = golden.rk4_harmonic;
  close(every(rk4(oscillator, [1, 0], h, n), 2, 20), y_every_20.flat(), { atol: 1e-13 });
});

test('the order is 4', () => {
  const error = (steps: number): number => {
    const states = rk4(oscillator, [1, 0], 2 / steps, steps);
    return Math.hypot(states[2 * steps] - Math.cos(2), states[2 * steps + 1] + Math.sin(2));
  };
  close(Math.log2(error(40) / error(80)), 4, { atol: 0.1 });
});

test('a negative step goes back', () => {
  const there = rk4(lorenz, [1, 2, 3], 0.001, 100);
  const back = rk4(lorenz, there.slice(-3), -0.001, 100);
  close(back.slice(-3), [1, 2, 3], { atol: 1e-9 });
});

test('no steps give the initial state; bad arguments are named', () => {
  assert.equal(rk4(oscillator, [1, 2], 0.1, 0), Float64Array.of(1, 2));
  assert.throws(() => rk4(oscillator, [1, 0], NaN, 1), /step is NaN/);
  assert.throws(() => rk4(oscillator, [1, 0], 0.1, 1.5), /steps is 1.5/);
});

test.run();
