import type { ConservedQuantity, RandomStream, VectorField } from '@noether/contracts';

/** How many trajectories to simulate, how finely, and between which energies. */
export interface SimulationOptions {
  /** Trajectories to learn from; default 200. */
  readonly train?: number;
  /** Trajectories to watch during training; default 20. */
  readonly validation?: number;
  /** Trajectories to judge by; default 20. */
  readonly test?: number;
  /** Time between two stored states; each system documents its default. */
  readonly step?: number;
  /** Stored states of a trajectory, the initial one included, at times 0 … (steps − 1)·step. */
  readonly steps?: number;
  /** Initial states are drawn again until what the system conserves lies in [lowest, highest]. */
  readonly energyRange?: readonly [lowest: number, highest: number];
  /**
   * Standard deviation of the normal noise added to each state of the training and validation
   * trajectories; default 0. Velocities and test trajectories stay exact.
   */
  readonly noise?: number;
  /** Rows between the states of a training window; each system documents its default. */
  readonly interval?: number;
}

/** A system that can be simulated: the equations of motion, what they conserve, where they start. */
export interface System {
  /** Name in the registry, kebab-case. */
  readonly name: string;
  /** Variable names, length d. */
  readonly names: readonly string[];
  /** Units of the variables, length d; empty strings where there are none. */
  readonly units: readonly string[];
  /** dx/dt as a function of x. */
  readonly field: VectorField;
  /** What the motion conserves, when something is known; `energyRange` bounds it. */
  readonly invariant?: ConservedQuantity;
  readonly defaults: Required<SimulationOptions>;
  /** Proposes an initial state, length d, before the energy is looked at. */
  propose(random: RandomStream): Float64Array;
  /** The states at times 0, step, … (steps − 1)·step, row-major steps × d. */
  integrate(initial: Float64Array, step: number, steps: number): Float64Array;
}
