import { type EquationSystem, NoetherError, invalidArgument } from '@noether/contracts';
import { integrate, type TimeField } from '@noether/numerics';

/** Equations with their Jacobian, as `fitEquations` of sindy gives them. */
export interface TangentEquations extends Pick<EquationSystem, 'variables' | 'evaluate'> {
  /** ∂f/∂x, row-major d × d. */
  jacobian(state: ArrayLike<number>, derivative: Float64Array): void;
}

/** Options of {@link largestLyapunovExponent}. */
export interface LyapunovOptions {
  /** Time over which the growth is averaged, in the unit of the equations. */
  readonly duration: number;
  /** Time that is passed over first, to reach the attractor; a tenth of the duration by default. */
  readonly transient?: number;
  /** Time between two renormalisations; a thousandth of the duration by default. */
  readonly interval?: number;
}

/**
 * The largest Lyapunov exponent λ = lim (1/t) ln |δ(t)|/|δ(0)| by tangent dynamics: dx/dt = f(x) and
 * dδ/dt = J(x) δ together, δ renormalised at every interval (Benettin et al., Meccanica 15, 1980).
 * Lorenz's system has 0.906; 1/λ is the Lyapunov time. The estimate errs by about 1/√duration for chaos
 * and by 1/duration otherwise.
 * @throws NoetherError when the path diverges or an option is out of range
 */
export function largestLyapunovExponent(
  equations: TangentEquations,
  initial: ArrayLike<number>,
  options: LyapunovOptions,
): number {
  const { duration, transient = duration / 10, interval = duration / 1000 } = options;
  for (const [name, value] of Object.entries({ duration, interval })) {
    if (!(value > 0 && value < Infinity))
      throw invalidArgument(name, value, 'give a positive time');
  }
  if (interval > duration) throw invalidArgument('interval', interval, 'give at most the duration');
  if (!(transient >= 0 && transient < Infinity)) {
    throw invalidArgument('transient', transient, 'give a time of 0 or more');
  }
  const d = equations.variables.length;
  if (initial.length !== d) throw invalidArgument('initial', initial, `give ${d} values`);
  const field = tangentField(equations, d);
  const pair = new Float64Array(2 * d);
  pair.set(Array.from(initial));
  pair.fill(1 / Math.sqrt(d), d);
  const advance = (time: number): number => {
    const { states, status, reason } = integrate(field, pair, [0, time], {
      method: 'dop853',
      relative: 1e-8,
      absolute: 1e-10,
      dense: false,
    });
    if (status !== 'complete') {
      throw new NoetherError(`The path ended early. ${reason}`, {
        code: 'diverged',
        argument: 'initial',
        hint: 'Start on the attractor, or take a shorter duration.',
      });
    }
    pair.set(states.subarray(2 * d));
    const size = Math.hypot(...pair.subarray(d));
    for (let i = d; i < 2 * d; i++) pair[i] /= size;
    return Math.log(size);
  };
  const steps = Math.max(1, Math.round(duration / interval));
  const skipped = Math.round(transient / interval);
  for (let step = 0; step < skipped; step++) advance(interval);
  let growth = 0;
  for (let step = 0; step < steps; step++) growth += advance(interval);
  return growth / (steps * interval);
}

function tangentField({ evaluate, jacobian }: TangentEquations, d: number): TimeField {
  const derivative = new Float64Array(d * d);
  const state = new Float64Array(d);
  const velocity = new Float64Array(d);
  return (pair, change) => {
    for (let i = 0; i < d; i++) state[i] = pair[i];
    evaluate(state, velocity);
    jacobian(state, derivative);
    for (let row = 0; row < d; row++) {
      let stretch = 0;
      for (let column = 0; column < d; column++) {
        stretch += derivative[row * d + column] * pair[d + column];
      }
      change[row] = velocity[row];
      change[d + row] = stretch;
    }
  };
}
