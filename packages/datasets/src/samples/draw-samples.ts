import type { Context } from '@noether/contracts';
import type { Dataset } from '../dataset.js';
import { sampleDataset } from './sample-dataset.js';
import { sampleSettings } from './sample-settings.js';
import type { Sample, SampleOptions, SampleSource } from './sample-source.js';

/**
 * Draws single states into a data set: each sample is a trajectory of its own, so that nothing can take
 * neighbours in a table for neighbours in time. Sample n of a part depends on the random stream, the
 * part and n only. Cut windows of as many timesteps as a sample has states, without a successor.
 * @throws NoetherError when an option is out of range
 */
export function drawSamples(
  source: SampleSource,
  options: SampleOptions,
  context: Context,
): Dataset {
  const settings = sampleSettings({ ...source.defaults, ...options });
  const drawn = (name: 'train' | 'validation' | 'test'): Sample[] => {
    context.signal?.throwIfAborted();
    const random = context.random.split(name);
    return Array.from({ length: settings[name] }, (_, index) => source.draw(random.split(index)));
  };
  const samples = { train: drawn('train'), validation: drawn('validation'), test: drawn('test') };
  const recorded = { system: source.name, ...settings };
  return sampleDataset(source, samples, settings.noise, recorded, context);
}
