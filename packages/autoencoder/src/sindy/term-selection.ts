import * as tf from '@tensorflow/tfjs';
import type { Term } from '@noether/contracts';
import { pushJet, type Engine, type SampleTable, type TrainableEncoder } from '@noether/compute';
import { rowFunction, type RowFunction } from '../row-function.js';
import { shapesOf } from '../shapes-of.js';
import { evaluateTerms } from './evaluate-terms.js';
import { selectTerms, type SelectedTerms } from './select-terms.js';
import type { Parameters } from './sindy-run.js';
import { someRows } from './some-rows.js';

/** Rows on which terms are chosen, at most. */
const ROWS = 2000;
const SCALES = Array.from({ length: 33 }, (_, at) => 2 ** ((at - 16) / 8));

/** What {@link chooseTerms} looks at. */
export interface TermSelection {
  readonly engine: Engine;
  readonly network: TrainableEncoder;
  /** In the coordinates of the network: `x`, `velocity`, for order 2 `acceleration`. */
  readonly tables: Readonly<Record<string, SampleTable>>;
  readonly terms: readonly Term[];
}

/** What {@link chooseTerms} chooses. */
export interface ChosenTerms extends SelectedTerms {
  /** The factor on z at which the terms explain most; 1 where the terms are monomials only. */
  readonly scale: number;
}

/**
 * The `most` best terms of each equation (`selectTerms`) in the latent space of an encoder with these
 * parameters. A monomial is one whatever the unit of z, sin z is not: where there are such functions, z is
 * tried at 33 scales from ¼ to 4, the same for every latent variable, and the coefficients are those at the
 * scale that leaves least unexplained.
 */
export async function chooseTerms(
  { engine, network, tables, terms }: TermSelection,
  parameters: Parameters,
  most: number,
): Promise<ChosenTerms> {
  const k = network.latentDimension;
  const { x, velocity, acceleration } = tables as Record<string, SampleTable | undefined>;
  const given = [x, velocity, acceleration].flatMap((table) => table ?? []);
  const latent = await latentFunction(
    { engine, network },
    parameters,
    given.length,
  )(...given.map((table) => someRows(table, ROWS)));
  const width = given.length * k;
  const [variables, targets] = [width - k, k].map(
    (columns) => new Float64Array((latent.length / width) * columns),
  );
  for (let row = 0; row * width < latent.length; row++) {
    const end = row * width + width;
    variables.set(latent.subarray(row * width, end - k), row * (width - k));
    targets.set(latent.subarray(end - k, end), row * k);
  }
  const at = (scale: number): ChosenTerms => {
    const scaled = (values: Float64Array): Float64Array => values.map((value) => scale * value);
    const theta = evaluateTerms(terms, scaled(variables), width - k);
    return { scale, ...selectTerms(theta, scaled(targets), { p: terms.length, k, most }) };
  };
  const scales = terms.some(({ factors }) => factors) ? SCALES : [1];
  return scales.map(at).reduce((best, one) => (one.unexplained < best.unexplained ? one : best));
}

/** (x, ẋ) → (z, ż), or (x, ẋ, ẍ) → (z, ż, z̈). */
function latentFunction(
  { engine, network }: Pick<TermSelection, 'engine' | 'network'>,
  parameters: Parameters,
  count: number,
): RowFunction {
  const { encoder, inputDimension, latentDimension } = network;
  const weights = Object.fromEntries(
    Object.entries(shapesOf(encoder)).map(([name, shape]) => [
      name,
      { shape, data: parameters[name] },
    ]),
  );
  return rowFunction(engine, weights, {
    arguments: ['states', 'velocities', 'accelerations']
      .slice(0, count)
      .map((name) => [name, inputDimension]),
    outputWidth: count * latentDimension,
    evaluate: ([value, tangent, acceleration], scope) => {
      if (count === 2) {
        const z = encoder.push({ value, tangent }, scope);
        return tf.concat2d([z.value, z.tangent], 1);
      }
      const z = pushJet(encoder, { value, tangent, acceleration }, scope);
      return tf.concat2d([z.value, z.tangent, z.acceleration], 1);
    },
  });
}
