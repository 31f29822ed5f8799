import type { EquationData } from '../equation-data.js';

/** Σ w (ẋ − mean)² of one velocity, the mean weighted too; the rounding of the mean is taken out. */
export function totalSquare(
  { names, velocities, weights }: Pick<EquationData, 'names' | 'velocities' | 'weights'>,
  column: number,
): number {
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
  let rest = 0;
  for (let row = 0; row < rows; row++) {
    const weight = weights ? weights[row] : 1;
    const difference = velocities[row * d + column] - mean;
    rest += weight * difference;
    square += weight * difference * difference;
  }
  return Math.max(0, square - (rest * rest) / total);
}
