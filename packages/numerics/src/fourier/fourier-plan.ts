import {
  type ComplexArrays,
  fivefoldPass,
  fourfoldPass,
  genericPass,
  type Pass,
  twofoldPass,
} from './passes.js';
import { twiddles } from './twiddles.js';

/** Discrete Fourier transforms of one length, prepared once and applied often. */
export interface FourierPlan {
  /** Xₖ = Σ xⱼ e^(−2πi jk/n) for each column, in place. */
  forward(real: Float64Array, imaginary: Float64Array): void;
  /** Xₖ = Σ xⱼ e^(+2πi jk/n) for each column, in place; nothing is divided by n. */
  inverse(real: Float64Array, imaginary: Float64Array): void;
}

/**
 * Transforms along the first axis of row-major [n × columns] arrays, all columns at once: passes of
 * radix 4, 5 and the other prime factors of n in Stockham's order, whose inner loops run over
 * neighbouring numbers. About 36 operations a number for n = 100. A plan owns two scratch arrays, so
 * it serves one transform at a time.
 * Source: C. Van Loan, Computational Frameworks for the Fast Fourier Transform (1992), §1.7 and §2.
 */
export function fourierPlan(n: number, columns = 1): FourierPlan {
  const passes = factorise(n).map((radix) => ({ radix, run: PASSES.get(radix) ?? genericPass }));
  const scratch: ComplexArrays = {
    real: new Float64Array(n * columns),
    imaginary: new Float64Array(n * columns),
  };
  const turns = new Map(passes.map(({ radix }) => [radix, twiddles(radix, 1)]));
  let rest = n;
  const stages = passes.map(({ radix, run }) => {
    const stage = {
      radix,
      run,
      part: rest / radix,
      stride: (n / rest) * columns,
      turn: twiddles(rest, radix),
      root: turns.get(radix) ?? twiddles(radix, 1),
    };
    rest /= radix;
    return stage;
  });
  const forward = (real: Float64Array, imaginary: Float64Array): void => {
    let from: ComplexArrays = { real, imaginary };
    let to = scratch;
    for (const stage of stages) {
      stage.run(from, to, stage);
      [from, to] = [to, from];
    }
    if (from === scratch) {
      real.set(scratch.real);
      imaginary.set(scratch.imaginary);
    }
  };
  return {
    forward,
    // Exchanging real and imaginary part before and after turns the sign of the exponent.
    inverse: (real, imaginary) => forward(imaginary, real),
  };
}

const PASSES: ReadonlyMap<number, Pass> = new Map([
  [2, twofoldPass],
  [4, fourfoldPass],
  [5, fivefoldPass],
]);

/** Fours first, then the prime factors from small to large. */
function factorise(n: number): number[] {
  const factors: number[] = [];
  let rest = n;
  for (; rest % 4 === 0; rest /= 4) factors.push(4);
  for (let factor = 2; rest > 1; factor += 1) {
    for (; rest % factor === 0; rest /= factor) factors.push(factor);
  }
  return factors;
}
