import type { EquationSystem, Trajectories } from '@noether/contracts';
import type { IntegrateOptions, Integration, Signal } from '@noether/numerics';
import type { CompiledField } from './compile-field.js';
import type { DerivativeScore } from './score.js';

/** Method, tolerances, limits and events of `integrate`, and the inputs. */
export interface SimulateOptions extends IntegrateOptions {
  /** Writes the inputs at a time; wanted by systems with inputs. See `interpolate` of numerics for samples. */
  readonly inputs?: Signal;
}

/** An {@link EquationSystem} with all that can be done with it. */
export interface RunningEquations extends EquationSystem, CompiledField {
  /**
   * The path from `initial` at `times[0]` through the given times, by `integrate` of numerics:
   * `method` is `dopri5`, `dop853`, `radau` for stiff equations or `rk4`.
   * Of a map the path is one step from each time to the next.
   * A model that blows up ends with a status and the rows reached, never with NaN.
   */
  simulate(
    initial: ArrayLike<number>,
    times: ArrayLike<number>,
    options?: SimulateOptions,
  ): Integration;
  /** R² of each equation on given velocities; see {@link DerivativeScore}. */
  score(data: Trajectories): DerivativeScore;
  /**
   * The right-hand side as JavaScript source without dependencies: a function expression
   * `(state, velocity) => { … }` with coefficients to full precision.
   */
  toJavaScript(): string;
}
