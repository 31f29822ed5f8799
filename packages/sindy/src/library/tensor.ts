import type { Term } from '@noether/contracts';
import { functionsOf, sameVariables } from './concat.js';
import type { Library } from './library.js';

/**
 * All products a·b of a term of the first and a term of the second library, a by a (pysindy's `*`).
 * Every name is the two names, also when one is `1`, as pysindy writes it: `1 sin(1 x)`.
 * @throws NoetherError when the libraries are not in the same variables
 */
export function tensor(left: Library, right: Library): Library {
  sameVariables([left, right]);
  const functions = functionsOf([left, right]);
  const terms = left.terms.flatMap((a) => right.terms.map((b) => product(a, b)));
  return Object.freeze({
    variables: left.variables,
    terms: Object.freeze(terms),
    ...(functions.length > 0 ? { functions } : {}),
    ...evaluators(left, right),
  } satisfies Library);
}

function product(a: Term, b: Term): Term {
  const factors = [...(a.factors ?? []), ...(b.factors ?? [])];
  return Object.freeze({
    name: `${a.name} ${b.name}`,
    latex: [a.latex, b.latex].filter((part) => part !== '1').join(' ') || '1',
    exponents: Object.freeze(a.exponents.map((power, j) => power + b.exponents[j])),
    ...(factors.length > 0 ? { factors: Object.freeze(factors) } : {}),
  });
}

function evaluators(left: Library, right: Library): Pick<Library, 'evaluate' | 'jacobian'> {
  const d = left.variables.length;
  const [m, n] = [left.terms.length, right.terms.length];
  const [a, b] = [new Float64Array(m), new Float64Array(n)];
  const [da, db] = [new Float64Array(m * d), new Float64Array(n * d)];
  return {
    evaluate: (states, from, count, values, stride = m * n) => {
      for (let row = 0; row < count; row++) {
        left.evaluate(states, from + row, 1, a);
        right.evaluate(states, from + row, 1, b);
        let target = row * stride;
        for (let i = 0; i < m; i++) {
          for (let j = 0; j < n; j++) values[target++] = a[i] * b[j];
        }
      }
    },
    jacobian: (state, derivative) => {
      left.evaluate(state, 0, 1, a);
      right.evaluate(state, 0, 1, b);
      left.jacobian(state, da);
      right.jacobian(state, db);
      let target = 0;
      for (let i = 0; i < m; i++) {
        for (let j = 0; j < n; j++) {
          for (let v = 0; v < d; v++) {
            derivative[target++] = da[i * d + v] * b[j] + a[i] * db[j * d + v];
          }
        }
      }
    },
  };
}
