import type { Provenance } from './context.js';

/** A factor f(Σⱼ weightsⱼ·xⱼ + shift) of a {@link Term}, e.g. sin(2 x): f = sin, weights = [2, 0]. */
export interface TermFactor {
  /** Name of a function of one argument, e.g. `sin`, `exp`, `reciprocal`. */
  readonly function: string;
  /** Weight of each variable, then of each input, in the argument. */
  readonly weights: readonly number[];
  readonly shift: number;
}

/**
 * One candidate function of a library that can be written, evaluated and stored as plain data: the
 * product of a monomial and of any number of elementary functions.
 */
export interface Term {
  /** As printed, e.g. `z1 z2`, `x sin(2 y)` or `1`. */
  readonly name: string;
  readonly latex: string;
  /** Power of each variable, then of each input. */
  readonly exponents: readonly number[];
  /** What multiplies the monomial; nothing when left out. */
  readonly factors?: readonly TermFactor[];
}

/**
 * A system dx/dt = Ξ Θ(x, u), or a map x[k+1] = Ξ Θ(x[k], u[k]), as plain data; only terms with some
 * nonzero coefficient need be kept.
 */
export interface EquationRecord {
  readonly kind: 'equation-system';
  /** Variable names, length d. */
  readonly variables: readonly string[];
  /**
   * Names of the inputs u, length m; none when left out. The terms are functions of the variables followed
   * by the inputs: exponents and weights have d + m entries.
   */
  readonly inputs?: readonly string[];
  /** Whether the equations give the next state x[k+1] and not the rate dx/dt; false when left out. */
  readonly discrete?: boolean;
  readonly terms: readonly Term[];
  /** d rows of one coefficient per term. */
  readonly coefficients: readonly (readonly number[])[];
  /** Coefficient of determination of each equation on the data it was fitted to. */
  readonly r2: readonly number[];
  readonly provenance: Provenance;
}

/** One value that is printed, evaluated, simulated and exported: what is shown is what runs. */
export interface EquationSystem extends EquationRecord {
  /** Writes Ξ Θ(state) into `velocity`; allocates nothing. With inputs, `state` is x followed by u. */
  evaluate(state: ArrayLike<number>, velocity: Float64Array): void;
  /** One line an equation, e.g. `dz1/dt = 0.588 z2`. */
  text(digits?: number): string[];
  latex(digits?: number): string[];
  toJson(): EquationRecord;
}
