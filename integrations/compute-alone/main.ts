// Somebody with a training step in tfjs and nothing of Noether but compute: the example of its README.
import * as tf from '@tensorflow/tfjs';
import { createTrainer, selectEngine, type Program } from '@noether/compute';
import { randomStream } from '@noether/numerics';

const zeros = (): Float32Array => new Float32Array(1);
const program: Program = {
  parameters: {
    'line.slope': { shape: [1, 1], initial: zeros },
    'line.offset': { shape: [1], initial: zeros },
  },
  state: {},
  inputs: { x: { shape: [4, 1] }, y: { shape: [4, 1] } },
  step({ parameters, inputs: { x, y } }) {
    const prediction = tf.add(tf.matMul(x, parameters['line.slope']), parameters['line.offset']);
    const loss: tf.Scalar = tf.mean(tf.squaredDifference(y, prediction));
    return { losses: { line: loss }, metrics: { loss }, state: {} };
  },
};

const engine = await selectEngine();
const optimisers = { line: { learningRate: 0.1 } };
const trainer = await createTrainer(program, { engine, random: randomStream(1), optimisers });
const batch = { x: Float32Array.of(0, 1, 2, 3), y: Float32Array.of(1, 3, 5, 7) };
for (let step = 0; step < 400; step++) await trainer.step(batch);

const line = [trainer.parameters['line.slope'][0], trainer.parameters['line.offset'][0]]; // 2, 1
await trainer.dispose();

if (Math.hypot(line[0] - 2, line[1] - 1) > 1e-2) throw new Error(`The line is ${line.join()}.`);
