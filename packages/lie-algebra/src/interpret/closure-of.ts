import { bracket } from '../bracket.js';
import { combine } from '../combine.js';
import { coordinates } from '../coordinates.js';
import type { BracketTable } from './bracket-table.js';
import type { FoundSpan } from './found-span.js';
import { dot } from './orthonormal-span.js';

/** How far a span is from closed, and what that says about its entries. */
export interface ClosureReport {
  /**
   * Root mean square of ‖[Qᵢ, Qⱼ] outside of the span‖ over the pairs of an orthonormal basis, the
   * same for all of them: 0 for an algebra, about 0.7 for random matrices; 0 for one generator.
   */
  readonly residual: number;
  /**
   * Standard deviation of errors of the entries (of generators of norm 1) that would explain what
   * is outside; null when every span of this dimension is closed.
   */
  readonly noise: number | null;
}

/** The closure of a span whose orthonormal basis has the given brackets. */
export function closureOf(span: FoundSpan, { outside }: BracketTable): ClosureReport {
  const pairs = Math.max(1, span.c * (span.c - 1));
  return { residual: Math.sqrt(dot(outside, outside) / pairs), noise: noiseOf(span) };
}

/**
 * Independent errors σ of the entries put [Eᵢ, Lⱼ] + [Lᵢ, Eⱼ] − Σₖ cᵢⱼₖ Eₖ outside of the span, whose
 * entries have the variance σ²(4/n + Σₖ cᵢⱼₖ²) on average; σ follows from the mean over all pairs.
 */
function noiseOf({ n, c, matrices }: FoundSpan): number | null {
  const entries = n * n;
  const rows = Array.from({ length: c }, (_, i) => matrices.slice(i * entries, (i + 1) * entries));
  let squares = 0;
  let weight = 0;
  for (let i = 0; i < c; i++) {
    for (let j = 0; j < i; j++) {
      const value = bracket(rows[i], rows[j], n);
      const share = coordinates(rows, [value]);
      const inside = combine(rows, share);
      const rest = value.map((entry, index) => entry - inside[index]);
      squares += dot(rest, rest);
      weight += (entries - c) * (4 / n + dot(share, share));
    }
  }
  return weight > 0 ? Math.sqrt(squares / weight) : null;
}
