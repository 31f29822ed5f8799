/** Options of {@link adam}, by the names of Kingma and Ba. */
export interface AdamOptions {
  /** α. */
  readonly learningRate: number;
  /** Default 0.9. */
  readonly beta1?: number;
  /** Default 0.999. */
  readonly beta2?: number;
  /** Default 1e-8. */
  readonly epsilon?: number;
}

/**
 * Moments this close to zero are zero: they cannot move a parameter (ε is 1e-8), and numbers below
 * 1e-38, on which the moments of dead units would settle for ever, take processors a hundred times
 * as long as others.
 */
const NEGLIGIBLE_MEAN = 1e-30;
const NEGLIGIBLE_VARIANCE = 1e-36;

/**
 * One Adam step in place, in one pass (Kingma and Ba 2015, algorithm 1, arXiv 1412.6980):
 * m ← β₁m + (1−β₁)g, v ← β₂v + (1−β₂)g², θ ← θ − α m̂ / (√v̂ + ε) with m̂ = m/(1−β₁ᵗ), v̂ = v/(1−β₂ᵗ).
 * Entries [from, to) of the flat buffers are updated; `time` t counts from 1.
 */
export function adam(
  options: AdamOptions,
  time: number,
  parameters: Float32Array,
  gradients: Float32Array,
  mean: Float32Array,
  variance: Float32Array,
  from: number,
  to: number,
): void {
  const { learningRate, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 } = options;
  const scale = learningRate / (1 - beta1 ** time);
  const correction = 1 / Math.sqrt(1 - beta2 ** time);
  const fresh1 = 1 - beta1;
  const fresh2 = 1 - beta2;
  for (let index = from; index < to; index++) {
    const gradient = gradients[index];
    const m = beta1 * mean[index] + fresh1 * gradient;
    const v = beta2 * variance[index] + fresh2 * gradient * gradient;
    mean[index] = m > NEGLIGIBLE_MEAN || m < -NEGLIGIBLE_MEAN ? m : 0;
    variance[index] = v > NEGLIGIBLE_VARIANCE ? v : 0;
    parameters[index] -= (scale * m) / (Math.sqrt(v) * correction + epsilon);
  }
}
