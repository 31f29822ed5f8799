/** A matrix read as a multiple of small fractions. */
export interface RationalReading {
  /** The matrix is about scale · fractions. */
  readonly scale: number;
  /** Numerator and denominator of each entry, in lowest terms. */
  readonly fractions: readonly (readonly [number, number])[];
  /** Largest |entry/scale − fraction|. */
  readonly error: number;
  /** Whether the error is within the tolerance: otherwise the fractions mean little. */
  readonly holds: boolean;
}

/**
 * Reads the entries of a matrix as small fractions of a common scale: of all scales entry/(p/q) for
 * the largest entry the one with the least Σ (numerators + denominators) among those with the least
 * denominators that fit within `tolerance`; when none fits, the one with the least error.
 * @param tolerance error of an entry relative to the scale; 0.02 when left out
 * @param largest numerator and denominator at most; 4 when left out
 */
export function rationalEntries(
  matrix: Float64Array,
  tolerance = 0.02,
  largest = 4,
): RationalReading {
  const top = matrix.reduce((best, e) => (Math.abs(e) > Math.abs(best) ? e : best), 0);
  if (top === 0) {
    return {
      scale: 1,
      fractions: Array.from(matrix, () => [0, 1] as const),
      error: 0,
      holds: true,
    };
  }
  let best: (RationalReading & { cost: number }) | null = null;
  for (let q = 1; q <= largest; q++) {
    for (let p = 1; p <= largest; p++) {
      const reading = readAt(matrix, Math.abs(top) * (q / p), tolerance, largest);
      if (!best || better(reading, best)) best = reading;
    }
  }
  const { scale, fractions, error, holds } = best ?? readAt(matrix, top, tolerance, largest);
  return { scale, fractions, error, holds };
}

type Costed = RationalReading & { cost: number };

function better(a: Costed, b: Costed): boolean {
  if (a.holds !== b.holds) return a.holds;
  return a.holds ? a.cost < b.cost : a.error < b.error;
}

function readAt(matrix: Float64Array, scale: number, tolerance: number, largest: number): Costed {
  let error = 0;
  let cost = 0;
  const fractions = Array.from(matrix, (entry) => {
    const fraction = closestFraction(entry / scale, tolerance, largest);
    error = Math.max(error, Math.abs(entry / scale - fraction[0] / fraction[1]));
    cost += Math.abs(fraction[0]) + (fraction[0] === 0 ? 0 : 2 * fraction[1]);
    return fraction;
  });
  return { scale, fractions, error, holds: error <= tolerance, cost };
}

/** The fraction with the smallest denominator within the tolerance, else the closest. */
function closestFraction(
  value: number,
  tolerance: number,
  largest: number,
): readonly [number, number] {
  let best: readonly [number, number] = [Math.round(value), 1];
  for (let q = 1; q <= largest; q++) {
    const fraction = [Math.round(value * q) || 0, q] as const;
    const error = Math.abs(value - fraction[0] / q);
    if (error < Math.abs(value - best[0] / best[1]) - 1e-12) best = fraction;
    if (Math.abs(value - best[0] / best[1]) <= tolerance) return [best[0] || 0, best[1]];
  }
  return [best[0] || 0, best[1]];
}
