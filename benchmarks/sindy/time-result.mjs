// Prints the time of one evaluation of a system of ten terms, of its Jacobian and of a row of a batch, and
// of simulating Lorenz's system to T = 1 at 1e-10.
import { equationSystem, polynomialLibrary } from '@noether/sindy';

const variables = ['x', 'y', 'z'];
const provenance = { stage: 'benchmark', options: {} };
const { terms } = polynomialLibrary(variables, 2);
const base = { kind: 'equation-system', variables, terms, r2: [1, 1, 1], provenance };
/** 1, x, y, z, x², xy, xz, y², yz, z². */
const lorenz = equationSystem({
  ...base,
  coefficients: [
    [0, -10, 10, 0, 0, 0, 0, 0, 0, 0],
    [0, 28, -1, 0, 0, 0, -1, 0, 0, 0],
    [0, 0, 0, -8 / 3, 0, 1, 0, 0, 0, 0],
  ],
});
const full = equationSystem({
  ...base,
  coefficients: variables.map((_, row) => terms.map((_term, term) => 0.1 * (1 + row + term))),
});
const state = Float64Array.of(1, 2, 3);
const velocity = new Float64Array(3);
const derivative = new Float64Array(9);
const rows = 1000;
const batch = Float64Array.from({ length: 3 * rows }, (_, at) => Math.sin(at));
const velocities = new Float64Array(3 * rows);
const times = Float64Array.from({ length: 101 }, (_, at) => at / 100);
const options = { relative: 1e-10, absolute: 1e-10 };

console.log(
  JSON.stringify({
    evaluateNs: 1e6 * median(200_000, () => full.evaluate(state, velocity)),
    jacobianNs: 1e6 * median(100_000, () => full.jacobian(state, derivative)),
    batchRowNs: (1e6 / rows) * median(200, () => full.evaluateBatch(batch, rows, velocities)),
    simulateMs: median(5, () => lorenz.simulate([-8, 8, 27], times, options)),
    ...growth(),
  }),
);

/** Milliseconds of one call: the median of 15 rounds of `calls`. */
function median(calls, run) {
  const rounds = Array.from({ length: 15 }, () => {
    const start = performance.now();
    for (let call = 0; call < calls; call++) run();
    return (performance.now() - start) / calls;
  });
  return rounds.sort((a, b) => a - b)[7];
}

/** Bytes of heap that a million rows of batches leave behind. */
function growth() {
  const before = process.memoryUsage().heapUsed;
  for (let call = 0; call < 1000; call++) full.evaluateBatch(batch, rows, velocities);
  return { batchBytesPerRow: (process.memoryUsage().heapUsed - before) / (1000 * rows) };
}
