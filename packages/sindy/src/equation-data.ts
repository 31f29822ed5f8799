import type { Gaps } from '@noether/contracts';

/** States and what follows from them, as the rows of a regression; matrices are row-major. */
export interface EquationData {
  /** Variable names, length d: one equation each. */
  readonly names: readonly string[];
  /** Names of the inputs that act on the system, length m; none when left out. */
  readonly inputs?: readonly string[];
  /** rows × (d + m): each state followed by the inputs at its time. */
  readonly states: Float64Array;
  /** rows × d: dx/dt, or the next state x[k+1] of a discrete map. */
  readonly velocities: Float64Array;
  /** Weight of each row's squared residual, length rows, 0 or more; all 1 by default. */
  readonly weights?: Float64Array;
  /** What was cut out of the recordings, told by the fit. */
  readonly gaps?: Gaps;
  /** Whether `velocities` are the next states of a map; false by default. */
  readonly discrete?: boolean;
}

/** What the equations are about, without the rows. */
export type EquationShape = Pick<EquationData, 'names' | 'inputs' | 'discrete'>;

/** Names of the columns of `states`: the variables, then the inputs. */
export function columnsOf({ names, inputs = [] }: EquationShape): readonly string[] {
  return [...names, ...inputs];
}
