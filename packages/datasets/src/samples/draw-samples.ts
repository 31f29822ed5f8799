import { invalidArgument, trajectories, type Context, type Trajectories } from '@noether/contracts';
import type { Columns, Dataset } from '../dataset.js';
import { positiveInteger } from '../positive-integer.js';
import type { Sample, SampleOptions, SampleSource } from './sample-source.js';

type Settings = Required<SampleOptions>;

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
  const settings = checked({ ...source.defaults, ...options });
  const drawn = (name: 'train' | 'validation' | 'test'): Sample[] => {
    context.signal?.throwIfAborted();
    const random = context.random.split(name);
    return Array.from({ length: settings[name] }, (_, index) => source.draw(random.split(index)));
  };
  const [train, validation, test] = [drawn('train'), drawn('validation'), drawn('test')];
  const part = (name: string, samples: readonly Sample[], noise: number): Trajectories => {
    const random = context.random.split(name).split('noise');
    const items = samples.map(({ state }) => ({
      times: Float64Array.from({ length: state.length / source.names.length }, (_, row) => row),
      states: noise > 0 ? state.map((value) => value + noise * random.normal()) : state,
    }));
    const provenance = { stage: 'data', options: { system: source.name, part: name, ...settings } };
    return trajectories({
      names: source.names,
      units: source.names.map(() => ''),
      items,
      provenance,
    });
  };
  context.observe({ kind: 'progress', stage: 'data', done: 1, total: 1, unit: 'sample' });
  return Object.freeze({
    name: source.name,
    train: part('train', train, settings.noise),
    validation: part('validation', validation, settings.noise),
    test: part('test', test, 0),
    ...(source.labels && { labels: columns(source.labels, train, 'label') }),
    ...(source.factors && {
      factors: {
        ...columns(source.factors, test, 'factor'),
        kind: source.factorKind ?? 'angles',
      },
    }),
    still: true,
    interval: 1,
  });
}

function columns(
  names: readonly string[],
  samples: readonly Sample[],
  key: 'label' | 'factor',
): Columns {
  const values = samples.flatMap((sample) => Array.from(sample[key] ?? []));
  return { names, values: Float64Array.from(values) };
}

function checked(settings: Settings): Settings {
  for (const name of ['train', 'validation', 'test'] as const) {
    positiveInteger(name, settings[name]);
  }
  if (!(settings.noise >= 0 && settings.noise < Infinity)) {
    throw invalidArgument('noise', settings.noise, 'a standard deviation is 0 or positive');
  }
  return settings;
}
