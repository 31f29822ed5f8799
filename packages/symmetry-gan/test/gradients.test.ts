import { test } from 'uvu';
import { groupOf } from '@noether/compute';
import { randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import { evaluate, evaluationOf } from './evaluate-program.js';
import { tinyOptions } from './tiny-run.js';

const WEIGHTS = { reconstruction: 1, adversarial: 0.8, regulariser: 0.5, channels: 0 };
const ENGINE = 'tfjs-cpu';
const evaluation = evaluationOf({
  timesteps: 2,
  variables: 3,
  options: tinyOptions({
    batchSize: 12,
    weights: WEIGHTS,
    discriminator: { width: 8, hidden: 2, sees: 'states' },
  }),
});
const { gradients } = await evaluate(evaluation, ENGINE);

/** What the parameter's group descends, from the reported terms. */
async function lossOf(parameter: string, values: Float32Array): Promise<number> {
  const parameters = { ...evaluation.parameters, [parameter]: values };
  const { metrics: m } = await evaluate({ ...evaluation, parameters }, ENGINE);
  if (groupOf(parameter) === 'discriminator') {
    return (m.discriminatorReal + m.discriminatorFake) / 2;
  }
  const { reconstruction, adversarial, regulariser } = WEIGHTS;
  return (
    reconstruction * m.reconstruction + adversarial * m.generator + regulariser * Math.abs(m.cosine)
  );
}

for (const name of [
  'autoencoder.encoder.0.weight',
  'autoencoder.encoder.0.norm.scale',
  'autoencoder.encoder.1.vectors',
  'autoencoder.encoder.1.norm.shift',
  'autoencoder.decoder.0.weight',
  'generator.0',
  'discriminator.0.weight',
  'discriminator.2.bias',
]) {
  test(`${name}: the gradient is the slope of the loss by central differences`, async () => {
    const at = evaluation.parameters[name];
    const direction = randomStream(name).fillNormal(new Float32Array(at.length));
    const h = 5e-4;
    const ahead = await lossOf(
      name,
      at.map((value, index) => value + h * direction[index]),
    );
    const behind = await lossOf(
      name,
      at.map((value, index) => value - h * direction[index]),
    );
    const slope = gradients[name].reduce((sum, value, index) => sum + value * direction[index], 0);
    const size = Math.hypot(...gradients[name]) * Math.hypot(...direction);
    close(slope, (ahead - behind) / (2 * h), { atol: 1e-2 * size + 1e-4 });
  });
}

test.run();
