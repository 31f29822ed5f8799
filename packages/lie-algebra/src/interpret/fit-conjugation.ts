import { identity, inverse, multiply, solve } from '@noether/numerics';
import { addMovement, adjointCommutator } from './movement.js';
import { dot, orthonormalSpan, projectOnSpan } from './orthonormal-span.js';

/** The best conjugate of a known algebra for a found basis. */
export interface ConjugationFit {
  /** P: the known algebra in the found coordinates is P K P⁻¹; row-major n × n, volume 1. */
  readonly frame: Float64Array;
  /** An orthonormal basis of P K P⁻¹. */
  readonly span: Float64Array;
  /** Σᵢ ‖Lᵢ − its projection on the span‖². */
  readonly cost: number;
}

/**
 * Searches P so that the span of P Kᵢ P⁻¹ comes closest to the matrices Lᵢ in the sense of
 * Σ ‖Lᵢ − ΠLᵢ‖², by the method of Levenberg and Marquardt from a start: P ← (I + δ)P with
 * Lᵢ − ΠLᵢ ≈ (I − Π)[δ, ΠLᵢ]. Ends when the cost is below `enough` or no longer falls.
 * @param found L₁ … L_c one after the other, n × n each
 * @param known K₁ … K_c likewise
 */
export function fitConjugation(
  found: Float64Array,
  known: Float64Array,
  n: number,
  start: Float64Array,
  enough: number,
): ConjugationFit {
  let best = evaluate(found, known, n, start);
  let damping = 1e-2;
  for (let step = 0, stalled = 0; step < 60 && stalled < 3 && best.cost > enough; step++) {
    const next = evaluate(found, known, n, improved(found, best, n, damping));
    if (!(next.cost < best.cost)) {
      damping *= 8;
      if (damping > 1e6) break;
      continue;
    }
    stalled = next.cost > 0.98 * best.cost ? stalled + 1 : 0;
    damping = Math.max(damping / 5, 1e-9);
    best = next;
  }
  return best;
}

function evaluate(
  found: Float64Array,
  known: Float64Array,
  n: number,
  frame: Float64Array,
): ConjugationFit {
  const span = orthonormalSpan(conjugate(known, frame, n), n * n);
  const inside = projectOnSpan(span, found, n * n);
  let cost = 0;
  for (let i = 0; i < found.length; i++) cost += (found[i] - inside[i]) ** 2;
  return { frame, span, cost };
}

function conjugate(matrices: Float64Array, frame: Float64Array, n: number): Float64Array {
  const back = inverse(frame, n);
  const result = new Float64Array(matrices.length);
  for (let start = 0; start < matrices.length; start += n * n) {
    const matrix = matrices.subarray(start, start + n * n);
    result.set(multiply(multiply(frame, matrix, n, n, n), back, n, n, n), start);
  }
  return result;
}

/** One damped Gauss-Newton step, the n² unknowns of δ by normal equations. */
function improved(
  found: Float64Array,
  { frame, span }: ConjugationFit,
  n: number,
  damping: number,
): Float64Array {
  const entries = n * n;
  const inside = projectOnSpan(span, found, entries);
  const normal = new Float64Array(entries * entries);
  const right = new Float64Array(entries);
  for (let start = 0; start < found.length; start += entries) {
    const m = inside.subarray(start, start + entries);
    const rest = found.slice(start, start + entries);
    for (let entry = 0; entry < entries; entry++) rest[entry] -= m[entry];
    addMovement(normal, m, span, n);
    addInto(right, adjointCommutator(rest, m, n));
  }
  const scale = damping * (1 + dot(found, found) / entries);
  for (let entry = 0; entry < entries; entry++) normal[entry * entries + entry] += scale;
  const change = solve(normal, right, entries);
  const shrink = Math.min(1, 0.6 / Math.sqrt(dot(change, change)));
  const factor = identity(n).map((entry, index) => entry + shrink * change[index]);
  return multiply(factor, frame, n, n, n);
}

function addInto(sum: Float64Array, term: Float64Array): void {
  for (let index = 0; index < sum.length; index++) sum[index] += term[index];
}
