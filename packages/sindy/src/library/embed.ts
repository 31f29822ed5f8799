import { invalidArgument } from '@noether/contracts';
import { checkVariables } from './check-variables.js';
import type { Library } from './library.js';

/**
 * The same terms as functions of more variables, so that libraries of different inputs can be joined
 * by `concat` and `tensor`: `embed(fourierLibrary(['z'], 1), ['x', 'y', 'z'])`.
 * @throws NoetherError when a variable of the library is not among `variables`
 */
export function embed(library: Library, variables: readonly string[]): Library {
  checkVariables(variables);
  const place = library.variables.map((name) => {
    const index = variables.indexOf(name);
    if (index < 0) {
      throw invalidArgument('variables', variables.join(', '), `the library needs ${name} too`);
    }
    return index;
  });
  const spread = (numbers: readonly number[]): readonly number[] => {
    const wide = variables.map(() => 0);
    place.forEach((index, own) => (wide[index] = numbers[own]));
    return Object.freeze(wide);
  };
  const inner = library.variables.length;
  const d = variables.length;
  const p = library.terms.length;
  const state = new Float64Array(inner);
  const slopes = new Float64Array(p * inner);
  const gather = (states: ArrayLike<number>, from: number): void => {
    for (let own = 0; own < inner; own++) state[own] = states[from + place[own]];
  };
  return Object.freeze({
    ...library,
    variables: Object.freeze([...variables]),
    terms: Object.freeze(
      library.terms.map((term) =>
        Object.freeze({
          ...term,
          exponents: spread(term.exponents),
          ...(term.factors
            ? {
                factors: term.factors.map((factor) => ({
                  ...factor,
                  weights: spread(factor.weights),
                })),
              }
            : {}),
        }),
      ),
    ),
    evaluate: (states, from, count, values, stride = p) => {
      for (let row = 0; row < count; row++) {
        gather(states, (from + row) * d);
        library.evaluate(state, 0, 1, values.subarray(row * stride, row * stride + p));
      }
    },
    jacobian: (states, derivative) => {
      gather(states, 0);
      library.jacobian(state, slopes);
      derivative.fill(0, 0, p * d);
      for (let term = 0; term < p; term++) {
        place.forEach((index, own) => (derivative[term * d + index] = slopes[term * inner + own]));
      }
    },
  } satisfies Library);
}
