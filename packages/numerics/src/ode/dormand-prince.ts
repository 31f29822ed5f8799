import { type ExplicitMethod, tableauRow } from './explicit-method.js';

/**
 * The pair of order 5(4) of Dormand and Prince (J. Comput. Appl. Math. 6, 1980), with the continuous
 * extension of order 4 of Hairer, Nørsett and Wanner, Solving ODEs I, §II.6.
 */
export const dormandPrince: ExplicitMethod = {
  nodes: [0, 1 / 5, 3 / 10, 4 / 5, 8 / 9, 1, 1],
  rows: [
    [1 / 5],
    [3 / 40, 9 / 40],
    [44 / 45, -56 / 15, 32 / 9],
    [19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729],
    [9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656],
    [35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84],
  ].map(tableauRow),
  extraRows: [],
  denseRows: [
    [
      -12715105075 / 11282082432,
      0,
      87487479700 / 32700410799,
      -10690763975 / 1880347072,
      701980252875 / 199316789632,
      -1453857185 / 822651844,
      69997945 / 29380423,
    ],
  ].map(tableauRow),
  error: tableauRow([71 / 57600, 0, -71 / 16695, 71 / 1920, -17253 / 339200, 22 / 525, -1 / 40]),
  coarseError: tableauRow([]),
  errorOrder: 5,
  beta: 0.04,
};
