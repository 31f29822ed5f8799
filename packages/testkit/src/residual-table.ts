import type { Residual } from './residual.js';

/** Lines for people: each identity with its largest violation and what is allowed, ✗ where it fails. */
export function residualTable(residuals: readonly Residual[]): string[] {
  const width = Math.max(...residuals.map(({ identity }) => identity.length));
  return residuals.map(({ identity, value, tolerance }) => {
    const mark = value <= tolerance ? ' ' : '✗';
    return `${mark} ${identity.padEnd(width)}  ${short(value).padStart(8)}  ≤ ${short(tolerance)}`;
  });
}

function short(value: number): string {
  return value === 0 || !Number.isFinite(value) ? String(value) : value.toExponential(1);
}
