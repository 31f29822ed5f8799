import type { Context } from '@noether/contracts';
import { orthonormalRows, type Engine } from '@noether/compute';
import type { SettledConfig } from '../../config/settled-config.js';
import { loadDataset } from '../../stages/load-dataset.js';
import { train } from '../../stages/train.js';

/**
 * The largest |W Wᵀ − I| of the last layer of the encoder, after each epoch of a training.
 * @throws NoetherError what training throws
 */
export async function orthonormalityInTraining(
  config: SettledConfig,
  engine: Engine,
  context: Context,
): Promise<number[]> {
  const within = (name: string): Context => ({ ...context, random: context.random.split(name) });
  const dataset = await loadDataset(config, within('data'));
  const residuals: number[] = [];
  const onCheckpoint: Parameters<typeof train>[0]['onCheckpoint'] = async ({ tensors }) => {
    const [found] = Object.entries(tensors).filter(
      ([name]) => name.startsWith('parameter:') && name.endsWith('.vectors'),
    );
    const { shape, data } = found[1];
    residuals.push(await residualOf(Float32Array.from(data), shape, engine));
  };
  await train({ config, dataset, engine, resume: undefined, onCheckpoint }, within('training'));
  return residuals;
}

async function residualOf(
  vectors: Float32Array,
  shape: readonly number[],
  engine: Engine,
): Promise<number> {
  const [k, n] = shape;
  const compiled = await engine.compile(
    (tensors) => ({ w: orthonormalRows(tensors.vectors as Parameters<typeof orthonormalRows>[0]) }),
    { vectors: { shape } },
  );
  const w = new Float32Array(k * n);
  await compiled.run({ vectors }, { w });
  await compiled.dispose();
  let largest = 0;
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      let sum = i === j ? -1 : 0;
      for (let at = 0; at < n; at++) sum += w[i * n + at] * w[j * n + at];
      largest = Math.max(largest, Math.abs(sum));
    }
  }
  return largest;
}
