import type { StepProblem } from './stepper.js';

/**
 * A first step of the right magnitude by one Euler step (Hairer, Nørsett and Wanner, Solving ODEs I,
 * §II.4). Costs one evaluation.
 * @param exponent 1 / (order of the error estimate + 1)
 */
export function initialStep(problem: StepProblem, exponent: number): number {
  const { field, initial: state, slope, span, start, absolute, relative } = problem;
  const d = state.length;
  const norm = (value: (i: number) => number): number => {
    let sum = 0;
    for (let i = 0; i < d; i++) sum += (value(i) / (absolute + relative * Math.abs(state[i]))) ** 2;
    return Math.sqrt(sum / d);
  };
  const size = norm((i) => state[i]);
  const speed = norm((i) => slope[i]);
  const width = Math.abs(span);
  const euler = Math.min(width, size < 1e-5 || speed < 1e-5 ? 1e-6 : (0.01 * size) / speed);
  const signed = Math.sign(span) * euler;
  const probe = Float64Array.from(state, (value, i) => value + signed * slope[i]);
  const next = new Float64Array(d);
  field(probe, next, start + signed);
  const acceleration = norm((i) => next[i] - slope[i]) / euler;
  const largest = Math.max(speed, acceleration);
  const step = largest <= 1e-15 ? Math.max(1e-6, 1e-3 * euler) : (0.01 / largest) ** exponent;
  const chosen = Math.min(100 * euler, step, width);
  return Math.sign(span) * (Number.isFinite(chosen) ? chosen : euler);
}
