import { trajectories, type Context, type Trajectories } from '@noether/contracts';
import type { Columns, Dataset } from '../dataset.js';
import type { Sample, SampleSource } from './sample-source.js';

/** What is said about samples besides their numbers; no units when left out. */
export interface SampleDescription extends Pick<
  SampleSource,
  'name' | 'names' | 'labels' | 'factors' | 'factorKind' | 'invariant'
> {
  readonly units?: readonly string[];
}

/**
 * A data set of single states, each a trajectory of its own.
 * @param noise standard deviation of the normal noise on training and validation states
 * @param recorded options for the record of where the data came from
 */
export function sampleDataset(
  source: SampleDescription,
  { train, validation, test }: Readonly<Record<'train' | 'validation' | 'test', readonly Sample[]>>,
  noise: number,
  recorded: object,
  context: Context,
): Dataset {
  const { names, units = names.map(() => '') } = source;
  const part = (name: string, samples: readonly Sample[], deviation: number): Trajectories => {
    const random = context.random.split(name).split('noise');
    const items = samples.map(({ state }) => ({
      times: Float64Array.from({ length: state.length / names.length }, (_, row) => row),
      states: deviation > 0 ? state.map((value) => value + deviation * random.normal()) : state,
    }));
    const provenance = { stage: 'data', options: { part: name, ...recorded } };
    return trajectories({ names, units, items, provenance });
  };
  const total = train.length + validation.length + test.length;
  context.observe({ kind: 'progress', stage: 'data', done: total, total, unit: 'sample' });
  return Object.freeze({
    name: source.name,
    train: part('train', train, noise),
    validation: part('validation', validation, noise),
    test: part('test', test, 0),
    ...(source.labels && { labels: columns(source.labels, train, 'label') }),
    ...(source.factors && {
      factors: {
        ...columns(source.factors, test, 'factor'),
        kind: source.factorKind ?? 'angles',
      },
    }),
    ...(source.invariant && { invariant: source.invariant }),
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
