import { type EquationRecord, invalidArgument } from '@noether/contracts';
import { dormandPrince, type DormandPrinceResult, type VectorField } from '@noether/numerics';
import type { CompiledField } from './compile-field.js';
import { iterateMap } from './iterate-map.js';
import type { SimulateOptions } from './running-equations.js';

/**
 * The path of a system from a state, or of a map; the inputs at each time come from `options.inputs`.
 * @throws NoetherError when a system with inputs gets none
 */
export function simulatePath(
  { evaluate }: CompiledField,
  { variables, inputs = [], discrete = false }: EquationRecord,
  initial: ArrayLike<number>,
  times: ArrayLike<number>,
  { inputs: signal, ...options }: SimulateOptions = {},
): DormandPrinceResult {
  const d = variables.length;
  if (inputs.length > 0 && !signal) {
    const wanted = `give ${inputs.join(', ')} as a function (time, values) => void`;
    throw invalidArgument('inputs', signal, wanted);
  }
  const joined = new Float64Array(d + inputs.length);
  const control = joined.subarray(d);
  const fieldAt = (state: ArrayLike<number>, time: number, velocity: Float64Array): void => {
    if (!signal) return evaluate(state, velocity);
    for (let j = 0; j < d; j++) joined[j] = state[j];
    signal(time, control);
    evaluate(joined, velocity);
  };
  if (discrete) return iterateMap(fieldAt, initial, times, options);
  if (!signal) return dormandPrince(evaluate, initial, times, options);
  return withoutClock(
    dormandPrince(withClock(fieldAt, d), [...Array.from(initial), times[0]], times, options),
    d,
  );
}

/** The system with the time as one more variable, dt/dt = 1. */
function withClock(
  fieldAt: (state: ArrayLike<number>, time: number, velocity: Float64Array) => void,
  d: number,
): VectorField {
  return (state, velocity) => {
    fieldAt(state, state[d], velocity);
    velocity[d] = 1;
  };
}

function withoutClock(path: DormandPrinceResult, d: number): DormandPrinceResult {
  return {
    ...path,
    states: path.states.filter((_, at) => at % (d + 1) < d),
    at: (time) => path.at(time).slice(0, d),
  };
}
