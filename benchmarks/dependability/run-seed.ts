// All variants of the study on one system with one seed. Prints one JSON line.
//   node --import ../tools/ts-register.mjs dependability/run-seed.ts SYSTEM SEED
import { loadEncoder, mlpAutoencoder } from '@noether/autoencoder';
import { selectEngine } from '@noether/compute';
import type { ConservedQuantity, Encoder, SymmetryBasis } from '@noether/contracts';
import { simulate, systems, windows } from '@noether/datasets';
import { mean, randomStream } from '@noether/numerics';
import {
  act,
  groupElements,
  judgeSymmetry,
  symmetryBasisOf,
  trainingStatistics,
  trainSymmetry,
} from '@noether/symmetry-gan';
import { variants } from './variants.js';

const [system, seedText] = process.argv.slice(2);
/** Rows between the starts of samples: 19,600 and 20,000 of them. */
const STRIDES: Record<string, number> = { 'lotka-volterra': 100, pendulum: 5 };
const ROWS = 2000;
/** Bound B4: change of the conserved quantity in units of shuffles. */
const MOST = 0.3;

/** Mean |H(g·x) − H(x)| over that of random pairs. */
async function changeOf(
  encoder: Encoder,
  basis: SymmetryBasis,
  { evaluate }: ConservedQuantity,
  states: Float64Array,
  random: ReturnType<typeof randomStream>,
): Promise<number> {
  const energies = (rows: Float64Array): number[] =>
    Array.from({ length: rows.length / 2 }, (_, row) =>
      evaluate(rows.subarray(2 * row, 2 * row + 2)),
    );
  const before = energies(states);
  const w = Float64Array.from(before, () => random.normal());
  const after = energies(await act(encoder, basis, groupElements(basis, w), states));
  const order = random.permutation(before.length);
  const change = (other: readonly number[]): number =>
    mean(other.map((value, row) => Math.min(Math.abs(value - before[row]), 1e3)));
  return change(after) / change(before.map((_, row) => before[order[row]]));
}

const seed = Number(seedText);
const engine = await selectEngine();
const observe = (): void => {};
const random = randomStream(seed);
const dataset = simulate(systems[system], {}, { random: random.split('data'), observe });
const samples = windows(dataset.train, {
  timesteps: 2,
  interval: dataset.interval,
  stride: STRIDES[system],
});
const rows = dataset.validation.items.flatMap(({ states }) => Array.from(states));
const every = Math.floor(rows.length / 2 / ROWS);
const states = Float64Array.from(
  { length: 2 * ROWS },
  (_, at) => rows[(at - (at % 2)) * every + (at % 2)],
);
const results = [];
for (const { base, change, options } of variants) {
  const autoencoder = mlpAutoencoder({
    inputDimension: 2,
    latentDimension: 2,
    width: 64,
    hidden: 3,
  });
  const data = { windows: samples, autoencoder, engine };
  const context = { random: random.split('training'), observe };
  const started = process.cpuUsage();
  const trained = await trainSymmetry(data, options, context);
  const { user, system: own } = process.cpuUsage(started);
  const statistics = await trainingStatistics(data, trained, options, context);
  const basis = symmetryBasisOf(options.representation, trained.generators, statistics.centre, {
    stage: 'training',
  });
  const { status } = judgeSymmetry(basis, statistics);
  const encoder = loadEncoder(autoencoder.toRecord(trained.tensors), engine);
  const invariant = dataset.invariant as ConservedQuantity;
  const moved = await changeOf(encoder, basis, invariant, states, random.split('judge'));
  results.push({
    base,
    change,
    verdict: status === 'discovered' && !(moved <= MOST) ? 'discriminator-won' : status,
    cosine: statistics.meanCosine,
    moved,
    bce: statistics.bce,
    seconds: (user + own) / 1e6,
  });
  process.stderr.write(`${system} ${seed} ${JSON.stringify(results.at(-1))}\n`);
}
process.stdout.write(`${JSON.stringify(results)}\n`);
