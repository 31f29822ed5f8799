import * as tf from '@tensorflow/tfjs';
import type { EncoderRecord, EquationRecord } from '@noether/contracts';
import { pushJet, type Engine, type LayerScope, type TrainableEncoder } from '@noether/compute';
import { trainableOf, weightsOf } from '../load-encoder.js';
import { rowFunction } from '../row-function.js';
import type { DerivativeSamples } from './derivative-samples.js';
import { termValues } from './term-values.js';

/**
 * Shares of the mean square that a SINDy autoencoder leaves unexplained, mean (a − â)² / mean a² over
 * all elements, as the published figures are defined. For a system of second order the derivatives
 * are ẍ and z̈.
 */
export interface SindyScores {
  /** Of x, by ψ(φ(x)). */
  readonly states: number;
  /** Of ẋ, by J_ψ(z)·Θ(z)Ξ. */
  readonly dataDerivative: number;
  /** Of ż = J_φ(x)·ẋ, by Θ(z)Ξ. */
  readonly latentDerivative: number;
  /** Coefficient of determination of each equation of the record. */
  readonly r2: readonly number[];
}

/** What {@link scoreSindy} judges: {@link SindyAutoencoder} has both. */
export interface SindyModel {
  readonly encoder: EncoderRecord;
  readonly equations: EquationRecord;
}

/** Judges a SINDy autoencoder on samples; accuracy is that of float32. */
export async function scoreSindy(
  { encoder: record, equations }: SindyModel,
  samples: DerivativeSamples,
  engine: Engine,
): Promise<SindyScores> {
  const network = trainableOf(record);
  const [dimension, k] = [network.inputDimension, network.latentDimension];
  const second = equations.variables.length === 2 * k;
  const given = second ? samples.accelerations : samples.velocities;
  const names = ['states', 'velocities', ...(second ? ['accelerations'] : [])];
  const all = rowFunction(
    engine,
    { ...weightsOf(network.encoder, record), ...weightsOf(network.decoder, record) },
    {
      arguments: names.map((name) => [name, dimension]),
      outputWidth: 2 * dimension + 2 * k,
      evaluate: (rows, scope) => evaluate(network, equations, rows, scope),
    },
  );
  const { states, velocities, accelerations } = samples;
  const rows = await all(states, velocities, ...(second && accelerations ? [accelerations] : []));
  return scoresOf(rows, { states, given: given as Float64Array, dimension, k, second });
}

/** Per row: ψ(z), the derivative that the equations give the data, φ's derivative, the equations'. */
function evaluate(
  { encoder, decoder, latentDimension: k }: TrainableEncoder,
  equations: EquationRecord,
  [value, tangent, acceleration]: readonly tf.Tensor2D[],
  scope: LayerScope,
): tf.Tensor2D {
  const rows =
    acceleration === undefined ? equations.coefficients : equations.coefficients.slice(k);
  const xi = tf.transpose(tf.tensor2d(rows.map((row) => [...row]))) as tf.Tensor2D;
  if (acceleration === undefined) {
    const z = encoder.push({ value, tangent }, scope);
    const predicted = tf.matMul(termValues(equations.terms, z.value), xi) as tf.Tensor2D;
    const x = decoder.push({ value: z.value, tangent: predicted }, scope);
    return tf.concat2d([x.value, x.tangent, z.tangent, predicted], 1);
  }
  const z = pushJet(encoder, { value, tangent, acceleration }, scope);
  const variables = tf.concat2d([z.value, z.tangent], 1);
  const predicted = tf.matMul(termValues(equations.terms, variables), xi) as tf.Tensor2D;
  const x = pushJet(decoder, { ...z, acceleration: predicted }, scope);
  return tf.concat2d([x.value, x.acceleration, z.acceleration, predicted], 1);
}

interface Given {
  readonly states: Float64Array;
  readonly given: Float64Array;
  readonly dimension: number;
  readonly k: number;
  readonly second: boolean;
}

function scoresOf(rows: Float64Array, { states, given, dimension, k, second }: Given): SindyScores {
  const width = 2 * dimension + 2 * k;
  const [x, derivative] = [new Share(), new Share()];
  const latent = Array.from({ length: k }, () => new Share());
  for (let row = 0; row * dimension < states.length; row++) {
    const at = row * width;
    for (let column = 0; column < dimension; column++) {
      x.add(states[row * dimension + column], rows[at + column]);
      derivative.add(given[row * dimension + column], rows[at + dimension + column]);
    }
    for (let column = 0; column < k; column++) {
      const from = at + 2 * dimension + column;
      latent[column].add(rows[from], rows[from + k]);
    }
  }
  const errors = latent.reduce((sum, { squaredErrors }) => sum + squaredErrors, 0);
  const squares = latent.reduce((sum, { squares: of }) => sum + of, 0);
  const fitted = latent.map((share) => share.r2);
  return {
    states: x.unexplained,
    dataDerivative: derivative.unexplained,
    latentDerivative: errors / squares,
    r2: second ? [...fitted.map(() => 1), ...fitted] : fitted,
  };
}

/** Sums of a quantity and of the errors of its estimate. */
class Share {
  squaredErrors = 0;
  squares = 0;
  #sum = 0;
  #count = 0;

  add(value: number, estimate: number): void {
    this.squaredErrors += (value - estimate) ** 2;
    this.squares += value ** 2;
    this.#sum += value;
    this.#count += 1;
  }

  get unexplained(): number {
    return this.squaredErrors / this.squares;
  }

  get r2(): number {
    return 1 - this.squaredErrors / (this.squares - this.#sum ** 2 / this.#count);
  }
}
