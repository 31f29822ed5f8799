import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { close } from '@noether/testkit';
import { largestLyapunovExponent, type TangentEquations } from '../src/lyapunov-exponent.js';

const lorenz: TangentEquations = {
  variables: ['x', 'y', 'z'],
  evaluate: ({ 0: x, 1: y, 2: z }, velocity) => {
    velocity[0] = 10 * (y - x);
    velocity[1] = x * (28 - z) - y;
    velocity[2] = x * y - (8 / 3) * z;
  },
  jacobian: ({ 0: x, 1: y, 2: z }, derivative) => {
    derivative.set([-10, 10, 0, 28 - z, -1, -x, y, x, -8 / 3]);
  },
};

const linear = (a: number, b: number): TangentEquations => ({
  variables: ['x', 'y'],
  evaluate: ({ 0: x, 1: y }, velocity) => {
    velocity[0] = a * x - b * y;
    velocity[1] = b * x + a * y;
  },
  jacobian: (_, derivative) => derivative.set([a, -b, b, a]),
});

test('Lorenz: 0.906', () => {
  close(largestLyapunovExponent(lorenz, [-8, 8, 27], { duration: 500 }), 0.906, { atol: 0.03 });
});

test('a spiral has the real part of its eigenvalues', () => {
  const options = { duration: 20, interval: 0.1 };
  close(largestLyapunovExponent(linear(-0.3, 2), [1, 0], options), -0.3, { atol: 1e-6 });
  close(largestLyapunovExponent(linear(0, 2), [1, 0], options), 0, { atol: 1e-6 });
});

test('divergence and bad options are named', () => {
  const pole: TangentEquations = {
    variables: ['x'],
    evaluate: ({ 0: x }, velocity) => void (velocity[0] = x * x),
    jacobian: ({ 0: x }, derivative) => void (derivative[0] = 2 * x),
  };
  assert.throws(() => largestLyapunovExponent(pole, [1], { duration: 5 }), /ended early.*shorter/);
  assert.throws(() => largestLyapunovExponent(lorenz, [1], { duration: 5 }), /give 3 values/);
  assert.throws(() => largestLyapunovExponent(lorenz, [1, 1, 1], { duration: 0 }), /duration is 0/);
  for (const wrong of [{ interval: 6 }, { transient: -1 }]) {
    const options = { duration: 5, ...wrong };
    assert.throws(
      () => largestLyapunovExponent(lorenz, [1, 1, 1], options),
      /interval is 6|transient is -1/,
    );
  }
});

test.run();
