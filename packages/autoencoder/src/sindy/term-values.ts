import * as tf from '@tensorflow/tfjs';
import { NoetherError, type Term } from '@noether/contracts';

const FUNCTIONS: Readonly<Record<string, (x: tf.Tensor2D) => tf.Tensor2D>> = {
  sin: (x) => tf.sin(x),
  cos: (x) => tf.cos(x),
  exp: (x) => tf.exp(x),
};

/**
 * Θ(v) with tfjs operations: rows of variables (batch × d) → rows of term values (batch × terms).
 * Monomials grow by one variable at a time, all of them in one product of selections, so that the
 * number of operations is that of the degree and not that of the terms.
 * @throws NoetherError `invalid-argument` for a term with a function that has no tensor form
 */
export function termValues(terms: readonly Term[], v: tf.Tensor2D): tf.Tensor2D {
  let values: tf.Tensor2D = monomials(terms, v);
  const slots = Math.max(0, ...terms.map(({ factors = [] }) => factors.length));
  for (let slot = 0; slot < slots; slot++) values = tf.mul(values, factorValues(terms, slot, v));
  return values;
}

function monomials(terms: readonly Term[], v: tf.Tensor2D): tf.Tensor2D {
  const [, variables] = v.shape;
  const lists = terms.map(({ exponents }) =>
    exponents.flatMap((power, variable) => new Array<number>(power).fill(variable)),
  );
  const withOne = tf.concat2d([v, tf.onesLike(tf.slice(v, [0, 0], [-1, 1]))], 1);
  const degree = Math.max(1, ...lists.map(({ length }) => length));
  let values: tf.Tensor2D | undefined;
  for (let place = 0; place < degree; place++) {
    const chosen = lists.map((list) => list[place] ?? variables);
    const factor: tf.Tensor2D = tf.matMul(withOne, selection(chosen, variables + 1));
    values = values === undefined ? factor : tf.mul<tf.Tensor2D>(values, factor);
  }
  return values as tf.Tensor2D;
}

/** The factors at one place of each term, 1 where a term has none. */
function factorValues(terms: readonly Term[], slot: number, v: tf.Tensor2D): tf.Tensor2D {
  const [, variables] = v.shape;
  const names = [...new Set(terms.map(({ factors = [] }) => factors[slot]?.function ?? ''))];
  const parts = names.map((name) => {
    const mine = terms.flatMap(({ factors = [] }, index) =>
      (factors[slot]?.function ?? '') === name ? [index] : [],
    );
    const spread = scatter(mine, terms.length);
    if (name === '') return tf.sum(spread, 0, true);
    if (!Object.hasOwn(FUNCTIONS, name)) throw unknownFunction(name);
    const factors = mine.map((index) => (terms[index].factors ?? [])[slot]);
    const weights = tf.tensor2d(
      Array.from({ length: variables }, (_, row) => factors.map((factor) => factor.weights[row])),
    );
    const shifts = tf.tensor1d(factors.map(({ shift }) => shift));
    return tf.matMul(FUNCTIONS[name](tf.add(tf.matMul(v, weights), shifts)), spread);
  });
  return parts.reduce<tf.Tensor>((sum, part) => tf.add(sum, part), tf.scalar(0)) as tf.Tensor2D;
}

/** Column j has its 1 in row `chosen[j]`. */
function selection(chosen: readonly number[], rows: number): tf.Tensor2D {
  return tf.tensor2d(
    Array.from({ length: rows }, (_, row) => chosen.map((at) => (at === row ? 1 : 0))),
  );
}

/** Row i has its 1 in column `columns[i]`. */
function scatter(columns: readonly number[], width: number): tf.Tensor2D {
  return tf.tensor2d(
    columns.map((column) => Array.from({ length: width }, (_, at) => (at === column ? 1 : 0))),
  );
}

function unknownFunction(name: string): NoetherError {
  return new NoetherError(`The function ${name} cannot stand in a library that is trained.`, {
    code: 'invalid-argument',
    argument: 'library.functions',
    value: name,
    hint: `Known are ${Object.keys(FUNCTIONS).join(', ')}.`,
  });
}
