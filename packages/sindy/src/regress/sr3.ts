import { invalidArgument } from '@noether/contracts';
import { relaxedStep } from './relaxed-step.js';
import { fitSupport } from './fit-support.js';
import { type Supports, supportsOf } from './support.js';

/** Options of {@link sr3}; the defaults are those of pysindy. */
export interface Sr3Options {
  /** l0 keeps |x| > √(2λν), l1 shrinks by λν, l2 divides by 1 + 2λν; l0 by default. */
  readonly regularizer?: 'l0' | 'l1' | 'l2';
  /** λ, one number or one for each coefficient, row-major targets × terms; 0.005 by default. */
  readonly weight?: number | Float64Array;
  /** ν; 1 by default. */
  readonly relaxation?: number;
  /** Largest |Δu|/ν that counts as settled; 1e-5 by default. */
  readonly tolerance?: number;
  /** 30 by default. */
  readonly maxIterations?: number;
  /** Whether the surviving terms are fitted once more by least squares; false by default. */
  readonly unbias?: boolean;
  /** The terms that each target may use; all when left out. */
  readonly allowed?: Supports;
}

/** Result of {@link sr3}; matrices are row-major targets × terms. */
export interface Sr3Result {
  /** The sparse copy u. */
  readonly coefficients: Float64Array;
  readonly iterations: number;
  readonly converged: boolean;
}

/**
 * Sparse relaxed regularised regression (Zheng et al., IEEE Access 7, 2019; Champion et al., IEEE
 * Access 8, 2020): min ½|Θw − y|² + λR(u) + |w − u|²/2ν by turns,
 * w = (ΘᵀΘ + I/ν)⁻¹(Θᵀy + u/ν), u = prox_{λνR}(w), from u = least squares until |Δu|/ν < tolerance.
 * A threshold t on the coefficients is λ = t²/2ν with l0.
 * @param factor R of [Θ | Y], row-major (terms + targets)²
 * @throws NoetherError when an option is out of range
 */
export function sr3(
  factor: Float64Array,
  terms: number,
  targets: number,
  options: Sr3Options = {},
): Sr3Result {
  const settings = checkedSr3(options, terms * targets);
  const { relaxation, tolerance, maxIterations } = settings;
  const supports = supportsOf(terms, targets, options.allowed);
  const steps = supports.map((support, target) =>
    relaxedStep(factor, terms, target, support, relaxation),
  );
  const starts = supports.map((support, target) => fitSupport(factor, terms, target, support));
  let sparse = Float64Array.from(starts.flatMap((row) => Array.from(row)));
  let iterations = 0;
  let change = Infinity;
  while (iterations < maxIterations && !(change < tolerance)) {
    const next = new Float64Array(targets * terms);
    steps.forEach((step, target) => {
      const range = [target * terms, (target + 1) * terms] as const;
      step(sparse.subarray(...range), next.subarray(...range));
    });
    for (let at = 0; at < next.length; at++) next[at] = settings.prox(next[at], at);
    change = Math.hypot(...next.map((value, at) => value - sparse[at])) / relaxation;
    sparse = next;
    iterations++;
  }
  const coefficients = options.unbias ? refit(factor, terms, targets, sparse) : sparse;
  return { coefficients, iterations, converged: change < tolerance };
}

function refit(
  factor: Float64Array,
  terms: number,
  targets: number,
  sparse: Float64Array,
): Float64Array {
  const coefficients = new Float64Array(terms * targets);
  for (let target = 0; target < targets; target++) {
    const support = Array.from({ length: terms }, (_, term) => term).filter(
      (term) => sparse[target * terms + term] !== 0,
    );
    coefficients.set(fitSupport(factor, terms, target, support), target * terms);
  }
  return coefficients;
}

/** The options of SR3 with their defaults. */
export interface Sr3Settings {
  readonly relaxation: number;
  readonly tolerance: number;
  readonly maxIterations: number;
  readonly prox: (value: number, at: number) => number;
}

/** @throws NoetherError that names the option that is out of range */
export function checkedSr3(options: Omit<Sr3Options, 'unbias'>, size: number): Sr3Settings {
  const { regularizer = 'l0', weight = 0.005, relaxation = 1 } = options;
  const { tolerance = 1e-5, maxIterations = 30 } = options;
  for (const [name, value] of Object.entries({ relaxation, tolerance, maxIterations })) {
    if (!(value > 0 && value < Infinity)) {
      throw invalidArgument(name, value, 'give a positive number');
    }
  }
  const weights = typeof weight === 'number' ? new Float64Array(size).fill(weight) : weight;
  if (weights.length !== size || !weights.every((value) => value >= 0 && value < Infinity)) {
    throw invalidArgument('weight', weight, `give one number or ${size}, each 0 or more`);
  }
  const prox = {
    l0: (value: number, at: number) =>
      Math.abs(value) > Math.sqrt(2 * weights[at] * relaxation) ? value : 0,
    l1: (value: number, at: number) =>
      Math.sign(value) * Math.max(Math.abs(value) - weights[at] * relaxation, 0),
    l2: (value: number, at: number) => value / (1 + 2 * weights[at] * relaxation),
  }[regularizer];
  if (!prox) throw invalidArgument('regularizer', regularizer, 'choose l0, l1 or l2');
  return { relaxation, tolerance, maxIterations, prox };
}
