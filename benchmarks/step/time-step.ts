// Times the training step of one configuration in this process and prints one JSON line.
//   node --import ../tools/ts-register.mjs step/time-step.ts INDEX ENGINE STEPS SECONDS
// At most STEPS steps, and no more than three of them beyond SECONDS.
import { createTrainer, selectEngine } from '@noether/compute';
import { randomStream } from '@noether/numerics';
import { configurations } from './configurations.js';
import { configuredStep } from './configured-step.js';

const LEAST_STEPS = 3;
const WARM_UP = 5;

const [index, engineName, mostSteps, seconds] = process.argv.slice(2);
const { program, optimisers, inputs } = configuredStep(configurations[Number(index)]);
const engine = await selectEngine(engineName);
const started = performance.now();
const trainer = await createTrainer(program, { engine, optimisers, random: randomStream(1) });
const compileMs = performance.now() - started;
await timed(WARM_UP, 1, Number(seconds) / 5);
const times = await timed(Number(mostSteps), LEAST_STEPS, Number(seconds));
console.log(
  JSON.stringify({
    engine: engine.description,
    steps: times.length,
    medianMs: times[times.length >> 1],
    minMs: times[0],
    compileMs,
    peakMb: process.resourceUsage().maxRSS / 1024,
  }),
);

/** Milliseconds of up to `most` steps, sorted; no new one after `budget` seconds, but for `least`. */
async function timed(most: number, least: number, budget: number): Promise<number[]> {
  const times: number[] = [];
  const began = performance.now();
  while (times.length < most) {
    const from = performance.now();
    if (times.length >= least && from - began > 1000 * budget) break;
    await trainer.step(inputs);
    times.push(performance.now() - from);
  }
  return times.sort((a, b) => a - b);
}
