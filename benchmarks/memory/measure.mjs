// The memory of one training and the time of its compilation, as one JSON line.
//   node memory/measure.mjs NETWORKS ENGINE STEPS
// Runs the compiled packages, as a user does: what compiles sources on the fly takes memory itself.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as tf from '@tensorflow/tfjs';
import { createTrainer, describeProgram, selectEngine } from '@noether/compute';
import { randomStream } from '@noether/numerics';
import { flatStep } from '../laligan/flat-step.mjs';

const WARM_UP = 200;
const [networks, engineName, count] = process.argv.slice(2);
const steps = Number(count);
const { program, optimisers, batch } = flatStep(JSON.parse(networks));
const inputs = batch(0);
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');

const engine = await selectEngine(engineName);
// Node, tfjs and the engine with one product, before there is a model.
const small = await engine.compile(({ x }) => ({ y: tf.square(x) }), { x: { shape: [1] } });
await small.run({ x: Float32Array.of(1) }, { y: new Float32Array(1) });
const idleBytes = process.memoryUsage().rss;
const started = performance.now();
const trainer = await createTrainer(program, { engine, random: randomStream(1), optimisers });
const compileMs = performance.now() - started;
await advance(Math.min(WARM_UP, steps));
const before = { bytes: await inUse(), tensors: tf.memory().numTensors };
await advance(steps);
const after = { bytes: await inUse(), tensors: tf.memory().numTensors };
const peakBytes = 1024 * process.resourceUsage().maxRSS;
await trainer.dispose();
const { parameters, memoryBytes } = describeProgram(program);
console.log(
  JSON.stringify({
    engine: engine.description,
    compileMs,
    growthBytes: after.bytes - before.bytes,
    tensorsBefore: before.tensors,
    tensorsAfter: after.tensors,
    idleBytes,
    peakBytes,
    parameters,
    estimatedBytes: memoryBytes,
  }),
);

async function advance(most) {
  for (let step = 0; step < most; step++) await trainer.step(inputs);
}

/** Twice, because what the first collection finds in native hands is given back a turn later. */
async function inUse() {
  collect();
  await new Promise((turn) => setTimeout(turn, 50));
  collect();
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return heapUsed + external + arrayBuffers;
}
