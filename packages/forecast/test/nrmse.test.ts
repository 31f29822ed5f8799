import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { close } from '@noether/testkit';
import { nrmse, spread } from '../src/nrmse.js';
import { persistence } from '../src/persistence.js';
import { validTime } from '../src/valid-time.js';
import { spiralPaths } from './spiral.js';

const step = (2 * Math.PI) / 100;

test('persistence on a circle errs by 2 |sin(t/2)|', () => {
  const { times, states } = spiralPaths(0, 1, [100], step).items[0];
  close([spread([states], 2)], [Math.SQRT1_2], { atol: 1e-12 });
  const errors = nrmse([states], [persistence(states.slice(0, 2), 100)], 2);
  close(
    errors,
    times.map((time) => 2 * Math.sin(time / 2)),
    { atol: 1e-12 },
  );
  assert.is(validTime(errors, times, 1), times[17]);
});

test('the error over several trajectories is the root of their mean square', () => {
  const truth = [Float64Array.of(0, 2), Float64Array.of(4, 6)];
  const predicted = [Float64Array.of(3, 2), Float64Array.of(0, 6)];
  close([spread(truth, 1)], [Math.sqrt(5)], { atol: 1e-15 });
  close(nrmse(truth, predicted, 1), [Math.sqrt(12.5 / 5), 0], { atol: 1e-15 });
});

test('the valid time is the horizon when the error stays below', () => {
  const times = Float64Array.of(0, 0.5, 1);
  assert.is(validTime([0, 0.4, 0.4], times, 0.4), 1);
  assert.is(validTime([0, 0.41, 0], times, 0.4), 0.5);
  assert.is(validTime([0, NaN, 0], times, 0.4), 0.5);
});

test('bad arguments are named', () => {
  assert.throws(() => validTime([], new Float64Array(0), 1), /times is an array of 0 values/);
  assert.throws(
    () => validTime([0], new Float64Array(2), 1),
    /errors is an array of 1 values; give one for each of the 2 times/,
  );
  assert.throws(() => nrmse([], [], 1, 1), /truth is an array of 0 values; give one path or more/);
  assert.throws(() => spread([Float64Array.of(3, 3)], 1), /do not move/);
  assert.throws(
    () => nrmse([Float64Array.of(0, 1)], [], 1),
    /predicted is an array of 0 values; give one path/,
  );
  assert.throws(
    () => nrmse([Float64Array.of(0, 1)], [Float64Array.of(0)], 1),
    /all paths need 2 values/,
  );
});

test.run();
