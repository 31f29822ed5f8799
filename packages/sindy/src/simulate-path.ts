import { type EquationRecord, invalidArgument } from '@noether/contracts';
import { integrate, type Integration, type TimeField } from '@noether/numerics';
import type { CompiledField } from './compile-field.js';
import { iterateMap } from './iterate-map.js';
import type { SimulateOptions } from './running-equations.js';

/**
 * The path of a system from a state, or of a map; the inputs at each time come from `options.inputs`.
 * @throws NoetherError when a system with inputs gets none
 */
export function simulatePath(
  { evaluate, jacobian }: CompiledField,
  { variables, inputs = [], discrete = false }: EquationRecord,
  initial: ArrayLike<number>,
  times: ArrayLike<number>,
  { inputs: signal, ...options }: SimulateOptions = {},
): Integration {
  const d = variables.length;
  if (inputs.length > 0 && !signal) {
    const wanted = `give ${inputs.join(', ')} as a function (time, values) => void`;
    throw invalidArgument('inputs', signal, wanted);
  }
  const joined = new Float64Array(d + inputs.length);
  const control = joined.subarray(d);
  const driven: TimeField = (state, velocity, time) => {
    for (let j = 0; j < d; j++) joined[j] = state[j];
    signal?.(time, control);
    evaluate(joined, velocity);
  };
  const field = signal ? driven : evaluate;
  if (discrete) return iterateMap(field, initial, times, options);
  return integrate(field, initial, times, signal ? options : { jacobian, ...options });
}
