import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { close } from '@noether/testkit';
import { type Interpolation, interpolate } from '../../src/index.js';

const times = [0, 0.4, 1, 1.3, 2.5, 3];
const cubic = (t: number): number => 2 - t + 0.5 * t * t - 0.3 * t ** 3;

const read = (kind: Interpolation, own: number[], rows: number[][]): ((t: number) => number[]) => {
  const signal = interpolate(own, rows.flat(), rows[0].length, kind);
  const values = new Float64Array(rows[0].length);
  return (time) => {
    signal(time, values);
    return Array.from(values);
  };
};

for (const kind of ['hold', 'linear', 'cubic'] as const) {
  test(`${kind}: samples are met, the last and the first stay outside`, () => {
    const at = read(
      kind,
      times,
      times.map((t) => [cubic(t), t]),
    );
    for (const time of times) close(at(time), [cubic(time), time], { rtol: 1e-14 });
    close(at(-1), [cubic(0), 0], { rtol: 1e-15 });
    close(at(9), [cubic(3), 3], { rtol: 1e-15 });
  });
}

test('between samples: the last value, a line, a cubic polynomial', () => {
  const rows = times.map((t) => [cubic(t)]);
  close(read('hold', times, rows)(0.99), [cubic(0.4)], { rtol: 1e-15 });
  close(read('linear', times, rows)(0.7), [(cubic(0.4) + cubic(1)) / 2], { rtol: 1e-14 });
  for (let t = 0; t <= 3; t += 0.1)
    close(read('cubic', times, rows)(t), [cubic(t)], { rtol: 1e-12 });
});

test('few samples: a point, a line, a parabola', () => {
  close(read('cubic', [1], [[5]])(7), [5], { rtol: 1e-15 });
  close(read('cubic', [1, 3], [[5], [9]])(2), [7], { rtol: 1e-15 });
  const square = [0, 1, 3].map((t) => [t * t]);
  close(read('cubic', [0, 1, 3], square)(2), [4], { rtol: 1e-14 });
});

test('the error of the spline falls with the fourth power', () => {
  const error = (n: number): number => {
    const grid = Array.from({ length: n + 1 }, (_, at) => (at * 3) / n);
    const at = read(
      'cubic',
      grid,
      grid.map((t) => [Math.sin(t)]),
    );
    return Math.max(...[0.31, 1.17, 2.03, 2.96].map((t) => Math.abs(at(t)[0] - Math.sin(t))));
  };
  assert.ok(error(20) / error(80) > 150, `${error(20) / error(80)}`);
});

test('it refuses what it does not know', () => {
  assert.throws(() => interpolate([0, 1], [1, 2], 1, 'spline' as Interpolation), /hold, linear/);
  assert.throws(() => interpolate([0, 0], [1, 2], 1, 'hold'), RangeError);
  assert.throws(() => interpolate([0, 1], [1, 2, 3], 1, 'hold'), RangeError);
});

test.run();
