import { multiply } from '@noether/numerics';
import type { Program, SampleTable } from '@noether/compute';
import { slowFeatures } from './slow-features.js';

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
  const { directions } = slowFeatures(someRows(x), someRows(velocity), d);
  const features = directions.filter((_, at) => at % d < kept);
  const size = Math.sqrt(d / kept);
  const initial: typeof spec.initial = (random) => {
    const behind = Float64Array.from(spec.initial(random).subarray(0, kept * width));
    const weight = multiply(features, behind, d, kept, width);
    return Float32Array.from(weight, (entry) => entry * size);
  };
  return { ...program, parameters: { ...program.parameters, [FIRST]: { ...spec, initial } } };
}

/** Rows of a table, evenly spread. */
function someRows({ data, width }: SampleTable): Float64Array {
  const rows = data.length / width;
  const count = Math.min(rows, ROWS);
  const chosen = new Float64Array(count * width);
  for (let row = 0; row < count; row++) {
    const from = Math.floor((row * rows) / count) * width;
    chosen.set(data.subarray(from, from + width), row * width);
  }
  return chosen;
}
