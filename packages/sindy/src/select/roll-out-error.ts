import type { Trajectories } from '@noether/contracts';
import { interpolate } from '@noether/numerics';
import type { RunningEquations } from '../running-equations.js';

/**
 * How far simulations from the first states stray from trajectories: the root mean square over all
 * rows of |x − x̂|/spread, each variable by its standard deviation in the data. Infinity when a simulation
 * breaks off. Recorded inputs are joined by straight lines; a map takes them as they are.
 */
export function rollOutError(system: RunningEquations, data: Trajectories): number {
  const d = data.names.length;
  const spreads = deviations(data);
  const kind = system.discrete ? 'hold' : 'linear';
  let square = 0;
  let count = 0;
  for (const { times, states, inputs } of data.items) {
    const bound = 1e3 * states.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
    const path = system.simulate(states.subarray(0, d), times, {
      relative: 1e-6,
      absolute: 1e-8,
      maxSteps: 20_000,
      bound,
      ...(inputs ? { inputs: interpolate(times, inputs, inputs.length / times.length, kind) } : {}),
    });
    if (path.status !== 'complete') return Infinity;
    states.forEach((value, at) => {
      square += ((value - path.states[at]) / spreads[at % d]) ** 2;
      count++;
    });
  }
  return Math.sqrt(square / count);
}

function deviations({ names, items }: Trajectories): number[] {
  const d = names.length;
  return names.map((_, column) => {
    let [rows, sum, square] = [0, 0, 0];
    for (const { states } of items) {
      for (let at = column; at < states.length; at += d) {
        rows++;
        sum += states[at];
        square += states[at] ** 2;
      }
    }
    return Math.sqrt(Math.max(square / rows - (sum / rows) ** 2, 0)) || 1;
  });
}
