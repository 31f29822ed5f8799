import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type EquationRecord, type VectorField, trajectories } from '@noether/contracts';
import { randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import { equationSystem } from '../src/equation-system.js';
import { fourierLibrary } from '../src/library/fourier.js';
import { polynomialLibrary } from '../src/library/polynomial.js';
import { tensor } from '../src/library/tensor.js';
import { lorenz } from './lorenz.js';

const library = tensor(polynomialLibrary(['x', 'y'], 1), fourierLibrary(['x', 'y'], 2));
const random = randomStream('running');
const record: EquationRecord = {
  kind: 'equation-system',
  variables: ['x', 'y'],
  terms: library.terms,
  coefficients: ['x', 'y'].map(() => library.terms.map(() => random.normal())),
  r2: [1, 1],
  provenance: { stage: 'equations' },
};

test('the general terms evaluate as the library does, row by row and in batches', () => {
  const system = equationSystem(record);
  const states = randomStream('states').fillNormal(new Float64Array(8));
  const theta = new Float64Array(4 * library.terms.length);
  library.evaluate(states, 0, 4, theta);
  const expected = [0, 1, 2, 3].flatMap((row) =>
    record.coefficients.map((weights) =>
      weights.reduce((sum, w, term) => sum + w * theta[row * library.terms.length + term], 0),
    ),
  );
  const batch = new Float64Array(8);
  system.evaluateBatch(states, 4, batch);
  close(batch, expected, { rtol: 1e-12, atol: 1e-12 });
  const single = new Float64Array(2);
  system.evaluate(states.subarray(4, 6), single);
  assert.equal(single, batch.slice(4, 6));
});

test('the Jacobian is the limit of differences', () => {
  const system = equationSystem(record);
  const derivative = new Float64Array(4);
  system.jacobian([0.3, -0.7], derivative);
  const at = (x: number, y: number): Float64Array => {
    const velocity = new Float64Array(2);
    system.evaluate([x, y], velocity);
    return velocity;
  };
  const h = 1e-5;
  const dx = at(0.3 + h, -0.7).map((v, row) => (v - at(0.3 - h, -0.7)[row]) / (2 * h));
  const dy = at(0.3, -0.7 + h).map((v, row) => (v - at(0.3, -0.7 - h)[row]) / (2 * h));
  close(derivative, [dx[0], dy[0], dx[1], dy[1]], { rtol: 1e-7, atol: 1e-7 });
});

test('the JavaScript source computes the same velocity', async () => {
  const system = equationSystem(record);
  const url = `data:text/javascript,${encodeURIComponent(`export default ${system.toJavaScript()};`)}`;
  const { default: source } = (await import(url)) as { default: VectorField };
  const [direct, compiled] = [new Float64Array(2), new Float64Array(2)];
  system.evaluate([1.1, 0.4], direct);
  source([1.1, 0.4], compiled);
  close(compiled, direct, { rtol: 1e-14, atol: 1e-14 });
});

test('a record with general terms survives a file', () => {
  const back = equationSystem(
    JSON.parse(JSON.stringify(equationSystem(record).toJson())) as EquationRecord,
  );
  assert.equal(back.toJson(), equationSystem(record).toJson());
  const [one, other] = [new Float64Array(2), new Float64Array(2)];
  equationSystem(record).evaluate([0.2, 0.9], one);
  back.evaluate([0.2, 0.9], other);
  assert.equal(one, other);
});

const lorenzTerms = polynomialLibrary(['x', 'y', 'z'], 2).terms;
const lorenzSystem = equationSystem({
  ...record,
  variables: ['x', 'y', 'z'],
  terms: lorenzTerms,
  coefficients: [
    [0, -10, 10, 0, 0, 0, 0, 0, 0, 0],
    [0, 28, -1, 0, 0, 0, -1, 0, 0, 0],
    [0, 0, 0, -8 / 3, 0, 1, 0, 0, 0, 0],
  ],
  r2: [1, 1, 1],
});

test('simulate follows the path of the equations as written by hand', () => {
  const times = Float64Array.from({ length: 101 }, (_, row) => row / 100);
  const options = { relative: 1e-10, absolute: 1e-10 };
  const { states, status } = lorenzSystem.simulate([-8, 8, 27], times, options);
  assert.is(status, 'complete');
  const velocity = new Float64Array(3);
  const velocities = new Float64Array(states.length);
  for (let row = 0; row < 101; row++) {
    lorenz(states.subarray(row * 3, row * 3 + 3), velocity);
    velocities.set(velocity, row * 3);
  }
  const data = trajectories({
    names: ['x', 'y', 'z'],
    units: ['', '', ''],
    items: [{ times, states, velocities }],
    provenance: { stage: 'test' },
  });
  const { r2, rmse } = lorenzSystem.score(data);
  close(r2, [1, 1, 1], { rtol: 1e-12, atol: 1e-12 });
  close(rmse, [0, 0, 0], { rtol: 0, atol: 1e-10 });
  assert.throws(() => lorenzSystem.simulate([1], times), /initial is an array of 1 values/);
});

test('a system that blows up ends with a status', () => {
  const square = equationSystem({
    ...record,
    variables: ['x'],
    terms: polynomialLibrary(['x'], 2).terms,
    coefficients: [[0, 0, 1]],
    r2: [1],
  });
  const { status, reached } = square.simulate([1], [0, 0.5, 2]);
  assert.is(status, 'diverged');
  close([reached], [1], { rtol: 1e-4, atol: 1e-4 });
});

test.run();
