/** Quadrature weights of one window; see {@link weakWeights}. */
export interface WeakWeights {
  /** Σ wᵢ f(tᵢ) = ∫ f φ ds for piecewise linear f. */
  readonly value: Float64Array;
  /** Σ wᵢ f(tᵢ) = ∫ f φ′ ds. */
  readonly derivative: Float64Array;
  /** Half the width of the window in time: dt = halfWidth·ds. */
  readonly halfWidth: number;
}

/**
 * Weights of the test function φ(s) = (1 − s²)ᵖ on a window scaled to [−1, 1], exact for integrands that
 * are linear between the times, and of its derivative φ′.
 * @param times those of the window, first and last included
 */
export function weakWeights(times: Float64Array, power: number): WeakWeights {
  const n = times.length;
  const halfWidth = (times[n - 1] - times[0]) / 2;
  const middle = (times[n - 1] + times[0]) / 2;
  const s = times.map((time) => (time - middle) / halfWidth);
  const bump = (x: number, exponent: number): number => ((1 - x) * (1 + x)) ** exponent;
  return {
    value: hatIntegrals(s, (x) => bump(x, power), 2 * power),
    derivative: hatIntegrals(s, (x) => -2 * power * x * bump(x, power - 1), 2 * power - 1),
    halfWidth,
  };
}

/** ∫ hatᵢ(s)·q(s) ds for a polynomial q, by Gauss–Legendre of sufficient order on each interval. */
function hatIntegrals(s: Float64Array, q: (x: number) => number, degree: number): Float64Array {
  const weights = new Float64Array(s.length);
  const { nodes, masses } = gaussLegendre(Math.floor((degree + 1) / 2) + 1);
  for (let at = 0; at + 1 < s.length; at++) {
    const half = (s[at + 1] - s[at]) / 2;
    nodes.forEach((node, place) => {
      const x = s[at] + half * (1 + node);
      const value = half * masses[place] * q(x);
      weights[at] += (value * (1 - node)) / 2;
      weights[at + 1] += (value * (1 + node)) / 2;
    });
  }
  return weights;
}

/** Nodes and weights on [−1, 1], by Newton's method on the Legendre polynomial. */
function gaussLegendre(count: number): { nodes: number[]; masses: number[] } {
  const nodes: number[] = [];
  const masses: number[] = [];
  for (let index = 0; index < count; index++) {
    let x = Math.cos((Math.PI * (index + 0.75)) / (count + 0.5));
    let slope = 0;
    for (let round = 0; round < 50; round++) {
      let [before, value] = [1, x];
      for (let k = 2; k <= count; k++) {
        [before, value] = [value, ((2 * k - 1) * x * value - (k - 1) * before) / k];
      }
      slope = count === 1 ? 1 : (count * (x * value - before)) / (x * x - 1);
      const step = value / slope;
      x -= step;
      if (Math.abs(step) < 1e-16) break;
    }
    nodes.push(x);
    masses.push(2 / ((1 - x * x) * slope * slope));
  }
  return { nodes, masses };
}
