import type { EquationData } from '../equation-data.js';

/** Σ w (ẋ − mean)² of one velocity, the mean weighted too. */
export function totalSquare({ names, velocities, weights }: EquationData, column: number): number {
  const d = names.length;
  const rows = velocities.length / d;
  let total = 0;
  let weighted = 0;
  for (let row = 0; row < rows; row++) {
    const weight = weights ? weights[row] : 1;
    total += weight;
    weighted += weight * velocities[row * d + column];
  }
  const mean = weighted / total;
  let square = 0;
  for (let row = 0; row < rows; row++) {
    square += (weights ? weights[row] : 1) * (velocities[row * d + column] - mean) ** 2;
  }
  return square;
}
