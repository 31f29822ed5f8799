// Times the training step of one configuration in this process and prints one JSON line.
//   node --import ../tools/ts-register.mjs step/time-step.ts INDEX ENGINE STEPS
import { mlpAutoencoder } from '@noether/autoencoder';
import { createTrainer, selectEngine } from '@noether/compute';
import { randomStream } from '@noether/numerics';
import { laliganProgram, representation, type SymmetryOptions } from '@noether/symmetry-gan';
import { configurations } from './configurations.js';

const [index, engineName, steps] = process.argv.slice(2);
const configuration = configurations[Number(index)];
const { inputDimension, latentDimension, width, hidden, timesteps, batch } = configuration;
const options: SymmetryOptions = {
  representation: representation([
    { kind: 'learned', copies: 1, generators: 1, dimension: latentDimension },
  ]),
  batchSize: batch,
  epochs: 1,
  coefficients: { law: 'normal', scale: 1 },
  regulariser: { kind: 'cosine', centred: false },
  weights: { reconstruction: 1, adversarial: 0.01, regulariser: 0.01, channels: 0 },
  optimisers: {
    autoencoder: { learningRate: 1e-3 },
    discriminator: { learningRate: 1e-3 },
    generator: { learningRate: 1e-3 },
  },
  schedule: { hold: 1, final: 1 },
  discriminator: { width, hidden, sees: 'states' },
  centre: 'mean',
  encoderDelay: 0,
  freezeStatistics: 1,
  threshold: null,
};
const random = randomStream(1);
const engine = await selectEngine(engineName);
const autoencoder = mlpAutoencoder({ inputDimension, latentDimension, width, hidden });
const program = laliganProgram(autoencoder, timesteps, options);
const started = performance.now();
const trainer = await createTrainer(program, {
  engine,
  random,
  optimisers: options.optimisers,
});
const compileMs = performance.now() - started;
const x = Float32Array.from({ length: batch * timesteps * inputDimension }, () => random.uniform());
const coefficients = random.fillNormal(new Float32Array(batch));
const inputs = {
  x,
  coefficients,
  encoderGate: Float32Array.of(1),
  'mask.0': new Float32Array(latentDimension ** 2).fill(1),
};
for (let warmup = 0; warmup < 5; warmup++) await trainer.step(inputs);
const times: number[] = [];
for (let step = 0; step < Number(steps); step++) {
  const from = performance.now();
  await trainer.step(inputs);
  times.push(performance.now() - from);
}
times.sort((a, b) => a - b);
console.log(
  JSON.stringify({
    ...configuration,
    engine: engine.description,
    medianMs: times[times.length >> 1],
    minMs: times[0],
    compileMs,
    peakMb: process.resourceUsage().maxRSS / 1024,
  }),
);
