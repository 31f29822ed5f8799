import { readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { close } from '@noether/testkit';
import { dormandPrince, type VectorField } from '@noether/numerics';

interface Golden {
  runs: {
    problem: string;
    method: string;
    rtol: number;
    atol: number;
    nfev: number;
    y: number[][];
  }[];
}
const golden: Golden = JSON.parse(
  readFileSync(new URL('../golden/integrators.json', import.meta.url), 'utf8'),
);

const test = suite('dormandPrince');

const fields: Record<string, VectorField> = {
  harmonic: ({ 0: x, 1: v }, velocity) => {
    velocity[0] = v;
    velocity[1] = -x;
  },
  lorenz_T5: ({ 0: x, 1: y, 2: z }, velocity) => {
    velocity[0] = 10 * (y - x);
    velocity[1] = x * (28 - z) - y;
    velocity[2] = x * y - (8 / 3) * z;
  },
  'kepler_e0.5_10orbits': ({ 0: x, 1: y, 2: vx, 3: vy }, velocity) => {
    const cube = Math.hypot(x, y) ** 3;
    velocity.set([vx, vy, -x / cube, -y / cube]);
  },
};
const ends: Record<string, number> = {
  harmonic: 20,
  lorenz_T5: 5,
  'kepler_e0.5_10orbits': 20 * Math.PI,
};
const decay: VectorField = ({ 0: x }, velocity) => {
  velocity[0] = -x;
};
const grid = (end: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => (end * index) / (count - 1));

for (const { problem, method, rtol, atol, nfev, y } of golden.runs) {
  if (method !== 'RK45') continue;
  const tight = golden.runs.find((run) => run.problem === problem && run.method === 'DOP853');
  test(`${problem} at ${rtol}: as accurate as the reference, for about as many evaluations`, () => {
    const times = grid(ends[problem], y.length);
    const result = dormandPrince(fields[problem], y[0], times, { relative: rtol, absolute: atol });
    assert.is(result.status, 'complete');
    assert.is(result.reached, ends[problem]);
    const exact = problem === 'harmonic' ? times.map((t) => [Math.cos(t), -Math.sin(t)]) : tight?.y;
    close(result.states, exact?.flat() ?? [], { atol: 1e-5, rtol: 1e-5 });
    assert.ok(result.evaluations < 1.25 * nfev, `${result.evaluations} evaluations, ${nfev} there`);
  });
}

test('the error follows the tolerance', () => {
  const errors = [1e-4, 1e-7, 1e-10].map((tolerance) => {
    const options = { relative: tolerance, absolute: tolerance };
    const { states } = dormandPrince(fields.harmonic, [1, 0], [0, 10], options);
    return Math.hypot(states[2] - Math.cos(10), states[3] + Math.sin(10)) / tolerance;
  });
  for (const error of errors) assert.ok(error < 10, `${error} times the tolerance`);
});

test('the continuous extension has order 4 and joins smoothly', () => {
  const worst = (relative: number): { error: number; width: number } => {
    const options = { relative, absolute: relative };
    const result = dormandPrince(fields.harmonic, [1, 0], [0, 6], options);
    const errors = grid(6, 601).map((t) => Math.abs(result.at(t)[0] - Math.cos(t)));
    return { error: Math.max(...errors), width: 6 / result.steps };
  };
  const [coarse, fine] = [worst(1e-6), worst(1e-11)];
  const order = Math.log(coarse.error / fine.error) / Math.log(coarse.width / fine.width);
  assert.ok(order > 3.8, `order ${order}`);
});

test('the asked times do not change the steps', () => {
  const few = dormandPrince(fields.lorenz_T5, [-8, 8, 27], [0, 2]);
  const many = dormandPrince(fields.lorenz_T5, [-8, 8, 27], grid(2, 401));
  assert.is(many.evaluations, few.evaluations);
  close(many.states.slice(-3), few.states.slice(-3));
  close(many.at(0.3), many.states.slice(60 * 3, 61 * 3), { atol: 1e-12 });
});

test('goes backwards along decreasing times', () => {
  const { states, at } = dormandPrince(decay, [1], [1, 0.5, -1]);
  close(states, [1, Math.exp(0.5), Math.exp(2)], { rtol: 1e-7 });
  close(at(0), [Math.E], { rtol: 1e-7 });
});

test('a pole ends as divergence with the rows before it', () => {
  const result = dormandPrince(
    ({ 0: x }, velocity) => {
      velocity[0] = x * x;
    },
    [1],
    [0, 0.5, 0.9, 1.5],
  );
  assert.is(result.status, 'diverged');
  assert.match(result.reason, /blows up at t = 1\.0000/);
  close(result.states, [1, 2, 10], { rtol: 1e-6 });
  close(result.reached, 1, { atol: 1e-6 });
  assert.throws(() => result.at(1.2), /time is 1.2; the solution is known between 0 and 1/);
});

test('the bound ends as divergence before the state passes it', () => {
  const growth: VectorField = ({ 0: x }, velocity) => {
    velocity[0] = x;
  };
  const result = dormandPrince(growth, [1], [0, 2, 20], { bound: 100 });
  assert.is(result.status, 'diverged');
  assert.match(result.reason, /exceeds the bound 100 at t = /);
  assert.ok(result.reached > 2 && result.reached <= Math.log(100));
  assert.is(result.states.length, 2);
  assert.is(dormandPrince(growth, [1e3], [0, 1], { bound: 100 }).reached, 0);
});

test('a velocity that is not finite ends as divergence', () => {
  const broken: VectorField = ({ 0: x }, velocity) => {
    velocity[0] = x > 2 ? NaN : 1;
  };
  assert.is(dormandPrince(broken, [3], [0, 1]).status, 'diverged');
  const late = dormandPrince(broken, [0], [0, 1, 5]);
  assert.is(late.status, 'diverged');
  close(late.reached, 2, { atol: 1e-6 });
  assert.ok(late.states.every(Number.isFinite));
});

test('gives up after maxSteps', () => {
  const result = dormandPrince(fields.lorenz_T5, [-8, 8, 27], grid(50, 51), { maxSteps: 100 });
  assert.is(result.status, 'too-many-steps');
  assert.is(result.steps + result.rejected, 100);
  assert.is(result.states.length, 3 * (1 + Math.floor(result.reached)));
});

test('one time gives the initial state, a resting system stays', () => {
  const start = dormandPrince(decay, [4], [7]);
  assert.equal(
    [start.states, start.status, start.at(7)],
    [Float64Array.of(4), 'complete', Float64Array.of(4)],
  );
  close(dormandPrince(decay, [0], [0, 100]).states, [0, 0]);
});

test('names bad arguments', () => {
  assert.throws(() => dormandPrince(decay, [1], []), /times is empty/);
  assert.throws(() => dormandPrince(decay, [1], [0, 1, 1]), /times\[2\] is 1/);
  assert.throws(() => dormandPrince(decay, [1], [0, NaN]), /times\[1\] is NaN/);
  assert.throws(() => dormandPrince(decay, [1], [0, 1], { relative: 0 }), /relative is 0/);
});

test.run();
