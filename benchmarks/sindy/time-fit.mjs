// ROWS REPS: prints the times of the whole fit (differences, library, QR, STLSQ) in this thread and with
// one and two workers, of the QR kernel alone on one and two threads, and the largest coefficient error of all 56
// terms on exact derivatives.
import { randomStream } from '@noether/numerics';
import { equationDataOf, fitEquations, fitStream, stlsq, trajectoryChunks } from '@noether/sindy';
import { nodeWorkers } from '@noether/sindy/node';
import { kernelThreads } from './kernel-threads.mjs';
import { lorenz, lorenzRows, STEP } from './lorenz-rows.mjs';

const [rows, reps] = process.argv.slice(2).map(Number);
const names = ['x', 'y', 'z'];
const context = { random: randomStream(1), observe: () => undefined };
const states = new Float64Array(3 * rows);
lorenzRows().write(states, rows);
const times = Float64Array.from({ length: rows }, (_, row) => row * STEP);
const provenance = { stage: 'benchmark', options: {} };
const item = { times, states };
const data = {
  kind: 'trajectories',
  names,
  units: ['', '', ''],
  items: [item],
  provenance,
};

const kernel = kernelThreads(rows);
const ways = {
  here: () => fitEquations(equationDataOf(data), { degree: 5 }, context),
  one: parallel(nodeWorkers(1)),
  two: parallel(nodeWorkers(2)),
  kernelOne: kernel.one,
  kernelTwo: kernel.two,
};
const spent = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
const found = new Map();
for (let round = 0; round <= reps; round++) {
  for (const [name, way] of Object.entries(ways)) {
    const start = performance.now();
    const system = await way();
    spent[name].push(performance.now() - start);
    found.set(name, system?.text(17).join('\n'));
  }
}

const result = {
  rows,
  ...Object.fromEntries(Object.entries(spent).map(([name, list]) => [name, summary(list)])),
  terms: (await ways.two()).coefficients.flat().filter((value) => value !== 0).length,
  isSameForAnyWorkers: found.get('one') === found.get('two'),
  coefficientError: coefficientError(),
};
console.log(JSON.stringify(result));
process.exit(0);

function parallel(workers) {
  return () => fitStream({ names }, trajectoryChunks(data), { degree: 5, workers }, context);
}

/** The first run starts the threads and compiles. */
function summary([firstMs, ...list]) {
  const sorted = list.sort((a, b) => a - b);
  return { firstMs, medianMs: sorted[sorted.length >> 1], minMs: sorted[0] };
}

function coefficientError() {
  const velocities = new Float64Array(3 * rows);
  for (let at = 0; at < velocities.length; at += 3) {
    lorenz(states[at], states[at + 1], states[at + 2], velocities.subarray(at, at + 3));
  }
  const plain = { threshold: 0, ridge: 0, unbias: false, maxIterations: 1 };
  const regression = ({ factor, library }) =>
    stlsq(factor, library.terms.length, 3, plain).coefficients;
  const options = { degree: 5, regression };
  const { terms, coefficients } = fitEquations({ names, states, velocities }, options, context);
  const exact = {
    ...{ x: [-10, 28, 0], y: [10, -1, 0], z: [0, 0, -8 / 3] },
    ...{ 'x z': [0, -1, 0], 'x y': [0, 0, 1] },
  };
  let largest = 0;
  for (const [target, row] of coefficients.entries()) {
    for (const [term, value] of row.entries()) {
      const error = Math.abs(value - (exact[terms[term].name]?.[target] ?? 0));
      largest = Math.max(largest, error);
    }
  }
  return largest;
}
