import type { Provenance } from './context.js';

/** One candidate function of a library that can be written, evaluated and stored: a monomial. */
export interface Term {
  /** As printed, e.g. `z1 z2` or `1`. */
  readonly name: string;
  readonly latex: string;
  /** Power of each variable. */
  readonly exponents: readonly number[];
}

/** A system dx/dt = Ξ Θ(x) as plain data; only terms with some nonzero coefficient need be kept. */
export interface EquationRecord {
  readonly kind: 'equation-system';
  /** Variable names, length d. */
  readonly variables: readonly string[];
  readonly terms: readonly Term[];
  /** d rows of one coefficient per term. */
  readonly coefficients: readonly (readonly number[])[];
  /** Coefficient of determination of each equation on the data it was fitted to. */
  readonly r2: readonly number[];
  readonly provenance: Provenance;
}

/** One value that is printed, evaluated, simulated and exported: what is shown is what runs. */
export interface EquationSystem extends EquationRecord {
  /** Writes Ξ Θ(state) into `velocity`; allocates nothing. */
  evaluate(state: ArrayLike<number>, velocity: Float64Array): void;
  /** One line an equation, e.g. `dz1/dt = 0.588 z2`. */
  text(digits?: number): string[];
  latex(digits?: number): string[];
  toJson(): EquationRecord;
}
