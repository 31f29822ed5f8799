import { multiply } from '@noether/numerics';
import type { Program, SampleTable } from '@noether/compute';
import { slowFeatures } from './slow-features.js';
import { someRows } from './some-rows.js';

/** Rows that the features are taken from, at most. */
const ROWS = 20_000;
const FIRST = 'autoencoder.encoder.0.weight';

/**
 * The program with an encoder that begins on the slowest features of the data, as many as it has latent
 * variables: its first layer starts as a random one behind them, at the size it would have anyway.
 */
export function startSlowly(
  program: Program,
  { x, velocity }: Readonly<Record<string, SampleTable>>,
  { latentDimension }: { readonly latentDimension: number },
): Program {
  const spec = program.parameters[FIRST];
  const [d, width] = spec.shape;
  const kept = Math.min(latentDimension, d);
  const features = slowDirections({ x, velocity }, kept);
  const size = Math.sqrt(d / kept);
  const initial: typeof spec.initial = (random) => {
    const behind = Float64Array.from(spec.initial(random).subarray(0, kept * width));
    const weight = multiply(features, behind, d, kept, width);
    return Float32Array.from(weight, (entry) => entry * size);
  };
  return { ...program, parameters: { ...program.parameters, [FIRST]: { ...spec, initial } } };
}

/** The directions of the slowest features of the tables, row-major d × kept. */
export function slowDirections(
  { x, velocity }: Readonly<Record<string, SampleTable>>,
  kept: number,
): Float64Array {
  const d = x.width;
  const { directions } = slowFeatures(someRows(x, ROWS), someRows(velocity, ROWS), d);
  return directions.filter((_, at) => at % d < kept);
}
