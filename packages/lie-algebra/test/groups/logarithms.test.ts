import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { defineGroup, groupByName, sampleHaar, so, su, vee, wedge } from '@noether/lie-algebra';
import { identity, multiply, randomStream, transpose, type RandomStream } from '@noether/numerics';
import { close } from '@noether/testkit';

const test = suite('logarithms');

/** The skew-symmetric matrix that turns planes of random directions by these angles. */
function turning(n: number, angles: readonly number[], random: RandomStream): Float64Array {
  const plain = new Float64Array(n * n);
  angles.forEach((angle, plane) => {
    plain[2 * plane * n + 2 * plane + 1] = -angle;
    plain[(2 * plane + 1) * n + 2 * plane] = angle;
  });
  const frame = sampleHaar(so(n), 1, random);
  return multiply(multiply(frame, plain, n, n, n), transpose(frame, n, n), n, n, n);
}

test('rotations of n dimensions next to π and at π, in one plane or several, equal or not', () => {
  const random = randomStream('next to pi');
  for (const n of [4, 5, 6, 7, 8]) {
    const group = so(n);
    for (const angle of [0, 1e-9, 1, 3, Math.PI - 1e-3, Math.PI - 1e-6, Math.PI - 1e-9, Math.PI]) {
      for (const second of [0, 1e-5, angle, Math.PI - 1e-7, Math.PI]) {
        const w = vee(group, turning(n, [angle, second], random));
        const element = group.exp(w);
        const back = group.log(element);
        close(group.exp(back), element, { atol: 2e-14 }, `${n}: ${angle}, ${second}`);
        close(Math.hypot(...back), Math.hypot(...w), { atol: 1e-13 });
        if (Math.max(angle, second) < Math.PI) close(back, w, { atol: 1e-6 });
      }
    }
  }
});

test('rotations by π in groups without a closed form: an element that exp takes there', () => {
  for (const [name, ...coefficients] of [
    ['so4', Math.PI, 0, 0, 0, 0, 0],
    ['so4', Math.PI, 0, 0, 0, 0, Math.PI],
    ['so(2,2)', Math.PI, 0, 0, 0, 0, 0],
    ['se4', Math.PI, 0, 0, 0, 0, 0, 3, 4, 5, 6],
    ['similarity2', Math.PI, 0.7, 3, 4],
    ['similarity3', Math.PI, 0, 0, -0.7, 3, 4, 5],
    ['poincare', Math.PI, 0, 0, 0, 0, 0, 1, 2, 3, 4],
    ['so2*r', Math.PI, 5],
    ['so3+1', Math.PI, 0, 0],
    ['2*so4', Math.PI, 0, 0, 0, 0, 0],
    ['so4 x se2', Math.PI, 0, 0, 0, 0, 0, Math.PI, 1, 2],
    ['sl3', 0, 0, Math.PI, 0, -Math.PI, 0, 0, 0],
    ['affine2', 0, Math.PI, -Math.PI, 0, 3, 4],
    ['sl2', 0, Math.PI, -Math.PI],
  ] as const) {
    const group = groupByName(name);
    const element = group.exp(Float64Array.from(coefficients));
    const back = group.log(element);
    close(group.exp(back), element, { atol: 1e-8 }, name);
    assert.ok(Math.hypot(...wedge(group, back)) < 20, name);
  }
});

test('unitary matrices next to −1, and special ones whose principal logarithm has a trace', () => {
  const random = randomStream('unitary');
  for (const name of ['u1', 'u2', 'u3', 'su2', 'su3', 'su4']) {
    const group = groupByName(name);
    for (let trial = 0; trial < 30; trial++) {
      const element = sampleHaar(group, 1, random);
      close(group.exp(group.log(element)), element, { atol: 1e-13 }, name);
    }
  }
  for (const distance of [1, 1e-3, 1e-6]) {
    const w = random.fillNormal(new Float64Array(3));
    const scale = (2 * Math.PI - distance) / Math.hypot(...w);
    const near = w.map((entry) => scale * entry);
    close(su(2).log(su(2).exp(near)), near, { atol: 1e-8 });
  }
  const minus = identity(4).map((entry) => -entry);
  for (const name of ['u2', 'su2']) {
    const group = groupByName(name);
    close(group.exp(group.log(minus)), minus, { atol: 1e-14 });
  }
  const third = groupByName('u3').exp(Float64Array.of(0, 0, 0, 0, 0, 0, 0, 0, (4 * Math.PI) / 3));
  close(su(3).exp(su(3).log(third)), third, { atol: 1e-14 });
});

test('what is no element or has no logarithm is refused by its place and entries', () => {
  const log = (name: string, ...entries: number[]) => {
    return (): Float64Array => groupByName(name).log(Float64Array.from(entries));
  };
  const refused = (name: string, pattern: RegExp, ...entries: number[]): void => {
    assert.throws(log(name, ...entries), pattern, name);
  };
  refused('so3', /matrix 0: \[2, 0, 0; .*\] is no element of so3/, 2, 0, 0, 0, 2, 0, 0, 0, 2);
  refused('so3', /is no element of so3.*projectToGroup/, -1, 0, 0, 0, -1, 0, 0, 0, -1);
  refused(
    'so3',
    /matrix 1: \[1, 0, 0; 0, 1, 0; 0, 0, -1\]/,
    ...identity(3),
    1,
    0,
    0,
    0,
    1,
    0,
    0,
    0,
    -1,
  );
  refused('so2', /matrix 0: \[0, 1; 1, 0\] is no element of so2/, 0, 1, 1, 0);
  refused('scaling2', /matrix 0: \[-1, 0; 0, 1\] is no element of scaling2/, -1, 0, 0, 1);
  refused('se2', /is no element of se2/, 1, 0, 0, 0, 1, 0, 1, 0, 1);
  refused('lorentz', /is no element of lorentz/, ...identity(4).map((entry) => -entry));
  refused('lorentz', /is no element of lorentz.*no spinor/, ...new Float64Array(16));
  refused('heisenberg', /is no element of heisenberg/, 1, 0, 0, 0, 2, 0, 0, 0, 1);
  refused('torus1', /is no element of torus1/, 1, 0, 0, -1);
  refused('so2(1,2)', /a 4 × 4|\[.*\] is no element of so2\(1,2\)/, ...identity(4).fill(1, 2, 3));
  refused('su2', /is no element of su2/, ...identity(4).map((entry) => 2 * entry));
  refused('so4', /no element of so4/, -1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1);
  refused('2*so2', /is no element of 2\*so2/, 0, 1, 0, 0, -1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1);
  refused('sl2', /has no logarithm in sl2 .*trace/, -2, 0, 0, -0.5);
  refused('gl2', /has no logarithm in gl2/, -2, 0, 0, -0.5);
  refused('so2', /multiple of 4 values/, 1, 0, 0);
});

test('NaN and infinities go through no closed form', () => {
  const names = ['so2', 'so3', 'so4', 'se2', 'se3', 'sl2', 'lorentz', 'scaling2', 'torus2'];
  for (const name of [...names, 'heisenberg', 'translations2', 'so2(1,2)', 'gl2', 'su2', '2*so3']) {
    const { exp, log, size, dimension, contains } = groupByName(name);
    const element = identity(size);
    element[1] = NaN;
    assert.throws(() => log(element), /elements holds NaN at index 1, value 1 of row 0/, name);
    assert.not.ok(contains?.(element, 1e-6), name);
    const w = new Float64Array(2 * dimension);
    w[dimension] = Infinity;
    const message = new RegExp(
      `coefficients holds Infinity at index ${dimension}, value 0 of row 1`,
    );
    assert.throws(() => exp(w), message, name);
  }
});

test('a closed form of log that is wrong, or gives too few coefficients, is named', () => {
  const generators = [so(2).generators[0]];
  const halved = defineGroup({
    name: 'halved',
    generators,
    log: ([a, b]) => Float64Array.of(Math.atan2(b, a) / 2),
  });
  const quarter = so(2).exp(Float64Array.of(Math.PI / 2));
  assert.throws(
    () => halved.log(quarter),
    /has no logarithm in halved \(exp\(log g\) is off by 0.7/,
  );
  const short = defineGroup({ name: 'short', generators, log: () => new Float64Array(2) });
  assert.throws(() => short.log(quarter), /log is .*must return the 1 coefficients of short/);
});

test('empty batches are empty', () => {
  const { exp, log } = so(3);
  assert.is(exp(new Float64Array(0)).length, 0);
  assert.is(log(new Float64Array(0)).length, 0);
});

test.run();
