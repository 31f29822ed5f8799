const root6 = Math.sqrt(6);

/** Coefficients of θ, θ², θ³ of the polynomial that is 0 at 0 and 1 at one of the stages. */
const collocation = [
  [13 / 3 + (7 / 3) * root6, -23 / 3 - (22 / 3) * root6, 10 / 3 + 5 * root6],
  [13 / 3 - (7 / 3) * root6, -23 / 3 + (22 / 3) * root6, 10 / 3 - 5 * root6],
  [1 / 3, -8 / 3, 10 / 3],
];

/**
 * The collocation polynomial of a step as a piece of a dense solution.
 * @param stages x(stage) − state, row-major 3 × d
 */
export function radauCollocation(state: Float64Array, stages: Float64Array): Float64Array {
  const d = state.length;
  const coefficients = new Float64Array(4 * d);
  for (let i = 0; i < d; i++) {
    const [a, b, c] = [0, 1, 2].map((power) =>
      collocation.reduce((sum, row, stage) => sum + row[power] * stages[stage * d + i], 0),
    );
    coefficients[i] = state[i];
    coefficients[d + i] = a + b + c;
    coefficients[2 * d + i] = -b - c;
    coefficients[3 * d + i] = -c;
  }
  return coefficients;
}
