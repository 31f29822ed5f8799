import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { close } from '@noether/testkit';
import { nrmse } from '../src/nrmse.js';
import { rollOut } from '../src/roll-out.js';
import { type Field, spiral, spiralPaths } from './spiral.js';

interface Golden {
  omega: number;
  damping: number;
  dt: number;
  coef: [number[], number[]];
  nrmse_every_20: number[];
}

test('golden: fitted damped rotation forecasts 200 steps with the error of the reference', () => {
  const url = new URL('golden/latent_forecast.json', import.meta.url);
  const { omega, damping, dt, coef, nrmse_every_20 } = JSON.parse(
    readFileSync(url, 'utf8'),
  ) as Golden;
  const fitted: Field = {
    variables: ['z1', 'z2'],
    evaluate: (state, velocity) => {
      coef.forEach((row, at) => (velocity[at] = row[1] * state[0] + row[2] * state[1]));
    },
  };
  const { times, states } = spiralPaths(damping, omega, [200], dt).items[0];
  const path = rollOut(fitted, states.slice(0, 2), times, { relative: 1e-12, absolute: 1e-13 });
  assert.is(path.status, 'complete');
  const rms = Math.sqrt(states.reduce((sum, value) => sum + value * value, 0) / states.length);
  const errors = nrmse([states], [path.states], 2, rms);
  close(
    errors.filter((_, row) => row % 20 === 0),
    nrmse_every_20,
    { atol: 1e-8 },
  );
});

test('an exact linear equation follows the exact path', () => {
  const { times, states } = spiralPaths(0.1, 2, [300], 0.05).items[0];
  close(rollOut(spiral(0.1, 2), states.slice(0, 2), times).states, states, { atol: 1e-7 });
});

test('a solution that blows up gets a status and repeats its last state', () => {
  const blowUp: Field = {
    variables: ['z'],
    evaluate: (state, velocity) => void (velocity[0] = state[0] ** 2),
  };
  const times = Float64Array.from({ length: 40 }, (_, row) => row * 0.05);
  const { states, status, reason } = rollOut(blowUp, Float64Array.of(1), times);
  assert.is(status, 'diverged');
  assert.match(reason, /at t = (0\.99|1\.00|1 )/);
  close(
    states.slice(0, 19),
    times.slice(0, 19).map((time) => 1 / (1 - time)),
    { atol: 1e-5 },
  );
  const last = states.findLastIndex((value, row) => row === 0 || value !== states[row - 1]);
  assert.ok(last >= 18 && last <= 20);
  assert.ok(states.every(Number.isFinite));
});

test('too many steps and a start beyond the bound are divergence too', () => {
  const times = Float64Array.of(0, 1, 2, 3);
  const few = rollOut(spiral(0, 50), Float64Array.of(1, 0), times, { maxSteps: 10 });
  assert.is(few.status, 'diverged');
  assert.match(few.reason, /10 steps/);
  const far = rollOut(spiral(0, 1), Float64Array.of(5, 0), times, { bound: 2 });
  assert.is(far.status, 'diverged');
  assert.equal(Array.from(far.states), [5, 0, 5, 0, 5, 0, 5, 0]);
});

test('bad arguments are named', () => {
  const times = Float64Array.of(0, 1);
  assert.throws(
    () => rollOut(spiral(0, 1), Float64Array.of(1), times),
    /initial .* give 2 finite values \(z1, z2\)/,
  );
  assert.throws(() => rollOut(spiral(0, 1), Float64Array.of(1, NaN), times), /initial/);
  assert.throws(
    () => rollOut(spiral(0, 1), Float64Array.of(1, 0), Float64Array.of(1, 1)),
    /times .* increasing order/,
  );
});

test.run();
